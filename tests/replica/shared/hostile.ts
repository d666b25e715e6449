// What a page may do against whoever stands in it, asked for through the query string: `?hostile=rerender,remove-frame`.
// One more, `early-capture`, is the server's: it must stand inline in <head> before anything else runs.
import { query } from './query.ts'

const hostile = new Set((query.get('hostile') ?? '').split(','))

export const hostility = {
  /** Removes every element that it did not put itself into `<html>` or `<body>`. */
  removeFrame: hostile.has('remove-frame'),
  /** Makes the editor's node anew every 300 ms while someone types. */
  rerender: hostile.has('rerender'),
}

/** Keeps foreign elements out of `<html>` and `<body>`, for `?hostile=remove-frame`. */
export function guardPage(rootId: string): void {
  if (!hostility.removeFrame) return

  const own = new Set(['HEAD', 'BODY', 'SCRIPT', 'STYLE'])
  const isForeign = (node: Node) => node instanceof Element && !own.has(node.tagName) && node.id !== rootId
  const sweep = () => {
    for (const parent of [document.documentElement, document.body]) {
      for (const node of [...parent.childNodes].filter(isForeign)) node.remove()
    }
  }
  sweep()
  const observer = new MutationObserver(sweep)
  observer.observe(document.documentElement, { childList: true })
  observer.observe(document.body, { childList: true })
}
