// Business Suite's text box in both flavours that sources tell of.
import { useEffect, useRef, useState } from 'react'
import { ContentState, Editor, EditorState } from 'draft-js'
import { modelOf, textOf } from '../../shared/draft.ts'
import { LexicalBox } from '../../shared/lexical/box.tsx'
import { useLexical } from '../../shared/lexical/editor.ts'
import { showModel } from '../../shared/window.ts'
import { drawsEmoji } from '../options.ts'

interface Props {
  text: string
  onText: (text: string) => void
}

const LABEL = 'テキスト'
const PLACEHOLDER = 'テキストを入力…'
const NAME = 'business'

export function LexicalEditor({ text, onText }: Props) {
  const box = useLexical({ flavour: 'rich', text, emoji: drawsEmoji })
  const tell = useRef(onText)
  tell.current = onText
  useEffect(() => { tell.current(box.text) }, [box.text])
  return <LexicalBox name={NAME} box={box} label={LABEL} placeholder={PLACEHOLDER} />
}

export function DraftEditor({ text, onText }: Props) {
  const [state, setState] = useState(() =>
    text === '' ? EditorState.createEmpty() : EditorState.createWithContent(ContentState.createFromText(text)),
  )
  const holder = useRef<HTMLDivElement>(null)
  const latest = useRef(state)
  latest.current = state
  useEffect(() => showModel({ name: NAME, holder: () => holder.current, read: () => modelOf(latest.current) }), [])
  return (
    <div ref={holder} className="draft">
      <Editor
        editorState={state}
        onChange={(next) => {
          setState(next)
          onText(textOf(next))
        }}
        placeholder={PLACEHOLDER}
        role="textbox"
        ariaLabel={LABEL}
        stripPastedStyles
        spellCheck
      />
    </div>
  )
}
