/** Registers the browser's events, at the top level so that a sleeping worker is woken for them. The rest is Rust. */
import wasm from 'generated/kakunin_web_bg.wasm'
import { browserStarted, guard, hear, initSync, policyChanged, startWorker } from 'generated/kakunin_web.js'

import type { ToWorker } from '../content/protocol.ts'

initSync({ module: wasm })
startWorker()

chrome.runtime.onMessage.addListener((message: ToWorker, sender, respond) => {
  // No answer is a no: whoever asked asks again, or holds.
  hear(message, sender).then(respond, () => {
    respond(undefined)
  })
  return true
})

chrome.runtime.onStartup.addListener(browserStarted)

chrome.storage.onChanged.addListener((_changes, area) => {
  if (area === 'managed') void policyChanged()
})

/** What a script or a form can send by. Firefox tells a beacon from a ping; a browser refuses words that it doesn't know. */
const SENDING = ['xmlhttprequest', 'ping', 'beacon', 'main_frame', 'sub_frame', 'other']
const { host_permissions: urls = [] } = chrome.runtime.getManifest() as chrome.runtime.ManifestV3
const types = Object.values(chrome.webRequest.ResourceType).filter((type) => SENDING.includes(type))

// Chromium grants blocking to extensions that policy has installed; elsewhere this never fires, and the compose boxes'
// own hold stands alone.
chrome.webRequest.onBeforeRequest.addListener(
  // The types know only the synchronous answer; both browsers wait for a promise.
  guard as unknown as (details: chrome.webRequest.OnBeforeRequestDetails) => undefined,
  { urls, types },
  ['blocking', 'requestBody'],
)
