// What the browser gives the worker's module, for Node: its storage, its language, its messages.
import { hear, startWorker } from '../../target/wasm-bindgen/kakunin_web.js'

let stored = {}
let changed = () => {}

/** Starts the worker on a module that is initialised already. */
export function start() {
  globalThis.chrome = {
    storage: {
      local: { get: () => Promise.resolve({ settings: stored }), set: () => Promise.resolve() },
      managed: { get: () => Promise.reject(new Error('no policy')) },
      onChanged: { addListener: (listener) => (changed = listener) },
    },
    i18n: { getUILanguage: () => 'ja' },
  }
  startWorker()
}

/** Stores settings and tells the module so. */
export function store(settings) {
  stored = settings
  changed({ settings: {} })
}

/** Asks about a post, as a page whose frame can't start asks. */
export function check(post) {
  return hear({ type: 'check', post }, {})
}
