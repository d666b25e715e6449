// The box under a post: a textarea in a form, or an editor by option. Japanese labels are unverified.
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { isImeKey } from '../shared/ime.ts'
import { LexicalBox } from '../shared/lexical/box.tsx'
import { useLexical } from '../shared/lexical/editor.ts'
import { Button } from '../shared/meta/button.tsx'
import { useTextarea } from '../shared/textarea.ts'
import { comment } from './api.ts'
import { commentEditor } from './options.ts'

const LABEL = 'コメントを追加…'

interface Props {
  media: string
  onSent: (text: string) => void
}

export function CommentForm(props: Props) {
  return commentEditor === 'lexical' ? <LexicalForm {...props} /> : <PlainForm {...props} />
}

function PlainForm({ media, onSent }: Props) {
  const [text, setText] = useState('')
  const area = useTextarea(`comment:${media}`)
  const send = useSend(media, text, () => { setText('') }, onSent)
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || isImeKey(event.nativeEvent)) return
    event.preventDefault()
    send()
  }
  return (
    <Form text={text} onSend={send}>
      <textarea
        ref={area}
        aria-label={LABEL}
        placeholder={LABEL}
        autoComplete="off"
        autoCorrect="off"
        rows={Math.min(4, text.split('\n').length)}
        value={text}
        onChange={(event) => { setText(event.target.value) }}
        onKeyDown={press}
      />
    </Form>
  )
}

function LexicalForm({ media, onSent }: Props) {
  const box = useLexical({ flavour: 'plain' })
  const send = useSend(media, box.text, () => { box.write('') }, onSent)
  return (
    <Form text={box.text} onSend={send}>
      <LexicalBox name={`comment:${media}`} box={box} label={LABEL} placeholder={LABEL} onEnter={send} />
    </Form>
  )
}

function useSend(media: string, text: string, clear: () => void, onSent: (text: string) => void): () => void {
  const [sending, setSending] = useState(false)
  return () => {
    if (sending || text.trim() === '') return
    setSending(true)
    comment(media, text)
      .then(
        () => {
          clear()
          onSent(text)
        },
        // The text stays.
        () => undefined,
      )
      .finally(() => { setSending(false) })
  }
}

function Form({ text, onSend, children }: { text: string; onSend: () => void; children: ReactNode }) {
  return (
    <form
      className="comment-form"
      method="POST"
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      {children}
      {text.trim() !== '' && (
        <Button className="comment-send" onClick={onSend}>
          投稿する
        </Button>
      )}
    </form>
  )
}
