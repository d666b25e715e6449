/** Registers the browser's events, at the top level so that a sleeping worker is woken for them. The rest is Rust. */
import wasm from 'generated/kakunin_web_bg.wasm'
import { check, initSync, settingsChanged } from 'generated/kakunin_web.js'

import type { ToWorker } from '../content/protocol.ts'

initSync({ module: wasm })

chrome.runtime.onMessage.addListener((message: ToWorker, _sender, respond) => {
  void check(message.post).then(respond)
  return true
})

chrome.storage.onChanged.addListener(settingsChanged)
