import { useEffect, useRef, useState } from 'react'
import { hostility } from './hostile.ts'

/**
 * For `?hostile=rerender`: a number that changes every 300 ms while the content does; the editor is made anew with it.
 * `before` runs ahead of that.
 */
export function useRerender(content: unknown, isComposing: () => boolean, before: () => void): number {
  const [generation, setGeneration] = useState(0)
  const live = useRef({ content, drawn: content, isComposing, before })
  Object.assign(live.current, { content, isComposing, before })
  useEffect(() => {
    if (!hostility.rerender) return
    const timer = setInterval(() => {
      const now = live.current
      if (now.isComposing() || now.content === now.drawn) return
      now.drawn = now.content
      now.before()
      setGeneration((one) => one + 1)
    }, 300)
    return () => { clearInterval(timer) }
  }, [])
  return generation
}
