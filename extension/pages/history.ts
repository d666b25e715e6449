import wasm from 'generated/kakunin_web_bg.wasm'
import { initSync, startHistory } from 'generated/kakunin_web.js'

initSync({ module: wasm })
await startHistory()
