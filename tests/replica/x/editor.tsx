// X's text box: the real Draft.js editor within X's DOM, or a textarea on phones.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Editor, EditorState, getDefaultKeyBinding } from 'draft-js'
import { modelOf, textOf } from '../shared/draft.ts'
import { useRerender } from '../shared/rerender.ts'
import { useTextarea } from '../shared/textarea.ts'
import { showModel } from '../shared/window.ts'
import { mendComposition, startComposition, type Composition } from './composition.ts'
import type { User } from './data.ts'
import { emojiForm } from './options.ts'
import { isBlank, newState } from './text.ts'
import { complete, TypeaheadList, useSuggestions, type Mention } from './typeahead.tsx'

const LABEL = 'ポスト本文'
let nextId = 0

interface Props {
  testid: string
  state: EditorState
  placeholder: string
  autoFocus: boolean
  onChange: (state: EditorState) => void
  onSend: () => void
  onFocus: () => void
  onTypeahead: (open: boolean) => void
  onBackspaceWhenEmpty: () => void
}

interface Suggestions {
  mention: Mention
  found: User[]
  chosen: number
}

export function RichTextInput(props: Props) {
  const { testid, state, placeholder, autoFocus, onChange, onSend, onFocus, onTypeahead, onBackspaceWhenEmpty } = props
  const [id] = useState(() => nextId++)
  const holder = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor>(null)
  const composition = useRef<Composition | null>(null)
  const latest = useRef(state)
  latest.current = state
  const [suggestions, setSuggestions] = useState<Suggestions | null>(null)
  const restoreCaret = () => {
    onChange(EditorState.forceSelection(latest.current, latest.current.getSelection()))
  }
  const generation = useRerender(state.getCurrentContent(), () => composition.current !== null, restoreCaret)

  useEffect(() => showModel({ name: testid, holder: () => holder.current, read: () => modelOf(latest.current) }), [testid])
  useEffect(() => {
    if (autoFocus) editor.current?.focus()
  }, [autoFocus])
  useEffect(() => {
    if (generation > 0) editor.current?.focus()
  }, [generation])

  useKeepCaret(holder, restoreCaret)
  useSuggestions(state, (mention, found) => {
    setSuggestions(mention === null || found.length === 0 ? null : { mention, found, chosen: 0 })
  })
  const isOpen = suggestions !== null
  const tellTypeahead = useRef(onTypeahead)
  tellTypeahead.current = onTypeahead
  useEffect(() => { tellTypeahead.current(isOpen) }, [isOpen])

  const change = (next: EditorState) => {
    const ended = composition.current
    if (ended?.ended !== true || next.isInCompositionMode()) {
      onChange(next)
      return
    }
    composition.current = null
    onChange(next.getCurrentContent() === ended.content ? next : mendComposition(ended, next))
  }

  const choose = (user: User) => {
    if (suggestions === null) return
    setSuggestions(null)
    onChange(complete(state, suggestions.mention, user))
  }

  const bindKey = (event: KeyboardEvent): string | null => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return 'send'
    if (event.key === 'Backspace' && textOf(state) === '') return 'backspace-empty'
    const usual = getDefaultKeyBinding(event)
    if (suggestions !== null) {
      if (event.key === 'ArrowDown') return 'typeahead-next'
      if (event.key === 'ArrowUp') return 'typeahead-previous'
      if (event.key === 'Escape') return 'typeahead-close'
      // Not by event.key: the Enter that confirms a conversion is none for Draft.js.
      if (usual === 'split-block' || event.key === 'Tab') return 'typeahead-choose'
    }
    return usual
  }

  const runCommand = (command: string) => {
    switch (command) {
      case 'send':
        onSend()
        return 'handled'
      case 'backspace-empty':
        onBackspaceWhenEmpty()
        return 'handled'
      case 'typeahead-close':
        setSuggestions(null)
        return 'handled'
      case 'typeahead-choose': {
        const user = suggestions?.found[suggestions.chosen]
        if (user !== undefined) choose(user)
        return 'handled'
      }
      case 'typeahead-next':
      case 'typeahead-previous': {
        if (suggestions === null) return 'handled'
        const step = command === 'typeahead-next' ? 1 : suggestions.found.length - 1
        setSuggestions({ ...suggestions, chosen: (suggestions.chosen + step) % suggestions.found.length })
        return 'handled'
      }
      default:
        return 'not-handled'
    }
  }

  const listId = `typeaheadDropdown-${id}`
  return (
    <div className="input">
      <label className="input-label" data-testid={`${testid}_label`}>
        <div
          ref={holder}
          className="input-container"
          data-testid={`${testid}RichTextInputContainer`}
          onCompositionStart={() => {
            composition.current = { ...(composition.current ?? startComposition(latest.current)), ended: false }
          }}
          onCompositionEnd={(event) => {
            const current = composition.current
            if (current === null) return
            composition.current = { ...current, committed: current.committed + event.data, ended: true }
          }}
          onClick={(event) => {
            if (!(event.target as Element).closest('[contenteditable]')) editor.current?.focus()
          }}
        >
          <Editor
            key={generation}
            ref={editor}
            editorState={state}
            onChange={change}
            onFocus={onFocus}
            placeholder={placeholder}
            keyBindingFn={bindKey}
            handleKeyCommand={runCommand}
            stripPastedStyles
            spellCheck
            role="textbox"
            ariaLabel={LABEL}
            ariaMultiline
            ariaAutoComplete="list"
            ariaControls={`typeaheadDropdownWrapped-${id}`}
            {...(suggestions === null ? {} : { ariaActiveDescendantID: `${listId}-item-${suggestions.chosen}` })}
            webDriverTestID={testid}
          />
        </div>
      </label>
      <div id={`typeaheadDropdownWrapped-${id}`}>
        {suggestions !== null && (
          <TypeaheadList id={listId} found={suggestions.found} chosen={suggestions.chosen} onChoose={choose} />
        )}
      </div>
    </div>
  )
}

/**
 * After an IME's commit Chromium puts the caret where the text would end if the DOM held all of it. An emoji drawn as
 * <img> is longer in the model than in the DOM, so the caret lands behind the editor; this calls for it to be put back.
 */
function useKeepCaret(holder: { current: HTMLElement | null }, restore: () => void): void {
  const latest = useRef(restore)
  latest.current = restore
  useEffect(() => {
    if (emojiForm !== 'img') return
    const check = (event: Event) => {
      const editor = document.activeElement
      if (!(editor instanceof HTMLElement && editor.isContentEditable && holder.current?.contains(editor))) return
      if (editor.contains(window.getSelection()?.anchorNode ?? null)) return
      // Draft.js would take the wrong caret over.
      if (event.type === 'selectionchange') event.stopImmediatePropagation()
      latest.current()
    }
    // The next key may come before selectionchange does.
    const types = ['selectionchange', 'keydown']
    for (const type of types) window.addEventListener(type, check, true)
    return () => {
      for (const type of types) window.removeEventListener(type, check, true)
    }
  }, [holder])
}

type PlainProps = Pick<Props, 'testid' | 'state' | 'placeholder' | 'autoFocus' | 'onChange' | 'onFocus'>

/** The text box on phones. */
export function PlainInput({ testid, state, placeholder, autoFocus, onChange, onFocus }: PlainProps) {
  const area = useTextarea(testid)
  useEffect(() => {
    if (autoFocus) area.current?.focus()
  }, [autoFocus])
  const lines = textOf(state).split('\n').length
  return (
    <div className="input" data-testid={testid}>
      <textarea
        ref={area}
        aria-label={LABEL}
        placeholder={isBlank(state) ? placeholder : ''}
        rows={Math.max(4, lines + 1)}
        value={textOf(state)}
        onChange={(event) => { onChange(newState(event.target.value)) }}
        onFocus={onFocus}
      />
    </div>
  )
}
