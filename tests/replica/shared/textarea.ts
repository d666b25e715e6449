import { useEffect, useRef, type RefObject } from 'react'
import { showModel } from './window.ts'

/** A ref for a textarea that tests shall see under this name. */
export function useTextarea(name: string): RefObject<HTMLTextAreaElement> {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const read = () => {
      const { value = '', selectionStart = 0, selectionEnd = 0 } = area.current ?? {}
      return { text: value, selection: { start: selectionStart, end: selectionEnd } }
    }
    return showModel({ name, holder: () => area.current, read })
  }, [name])
  return area
}
