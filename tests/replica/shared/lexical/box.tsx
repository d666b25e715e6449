// The editable element of Meta's pages, around a Lexical editor.
import { useEffect, useRef } from 'react'
import { COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND } from 'lexical'
import { useRerender } from '../rerender.ts'
import { showModel } from '../window.ts'
import type { Box } from './editor.ts'
import { modelOf } from './text.ts'

interface Props {
  /** What tests call it. */
  name: string
  box: Box
  label: string
  placeholder: string
  autoFocus?: boolean
  /** Where Enter sends; Shift+Enter makes a line there. */
  onEnter?: () => void
}

export function LexicalBox({ name, box: { editor, text }, label, placeholder, autoFocus = false, onEnter }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const generation = useRerender(text, () => editor.isComposing(), () => undefined)

  useEffect(() => {
    editor.setRootElement(root.current)
    if (generation > 0) editor.focus()
    return () => { editor.setRootElement(null) }
  }, [editor, generation])
  useEffect(() => {
    // Without a frame's delay, keys may come before the focus does.
    if (autoFocus) root.current?.focus()
    if (autoFocus) editor.focus()
  }, [editor, autoFocus])
  useEffect(
    () => showModel({ name, holder: () => root.current, read: () => modelOf(editor.getEditorState()) }),
    [editor, name],
  )

  const enter = useRef(onEnter)
  enter.current = onEnter
  useEffect(
    () =>
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (enter.current === undefined || event === null || event.shiftKey) return false
          event.preventDefault()
          enter.current()
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  )

  return (
    <div className="lexical">
      <div
        key={generation}
        ref={root}
        className="lexical-root notranslate"
        contentEditable
        role="textbox"
        aria-label={label}
        aria-placeholder={placeholder}
        spellCheck
        tabIndex={0}
        data-lexical-editor="true"
      />
      {text === '' && (
        <div className="lexical-placeholder" aria-hidden>
          {placeholder}
        </div>
      )}
    </div>
  )
}
