import { hostility } from './options.ts'

/** Keeps foreign elements out of `<html>` and `<body>`, for `?hostile=remove-frame`. */
export function guardPage(): void {
  if (!hostility.removeFrame) return

  const own = new Set(['HEAD', 'BODY', 'SCRIPT', 'STYLE'])
  const isForeign = (node: Node) => node instanceof Element && !own.has(node.tagName) && node.id !== 'react-root'
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
