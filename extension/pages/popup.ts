import wasm from 'generated/kakunin_web_bg.wasm'
import { initSync, startPopup } from 'generated/kakunin_web.js'

initSync({ module: wasm })
await startPopup()
