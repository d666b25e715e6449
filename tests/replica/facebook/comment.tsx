// The box under a post. Its labels are unverified, but for the word コメント in them.
import { useState } from 'react'
import { Icon } from '../shared/icons.tsx'
import { LexicalBox } from '../shared/lexical/box.tsx'
import { useLexical } from '../shared/lexical/editor.ts'
import { Button } from '../shared/meta/button.tsx'
import { Avatar } from '../shared/meta/parts.tsx'
import { createComment } from './api.ts'
import type { Post, Profile } from './data.ts'
import { drawsEmoji } from './options.ts'

interface Props {
  actor: Profile
  post: Post
  onSent: (text: string) => void
  onFailed: () => void
}

export function CommentBox({ actor, post, onSent, onFailed }: Props) {
  const box = useLexical({ flavour: 'rich', emoji: drawsEmoji })
  const [sending, setSending] = useState(false)
  const canSend = box.text.trim() !== '' && !sending

  const send = async () => {
    if (!canSend) return
    setSending(true)
    try {
      await createComment(actor, post.feedback, box.text)
      box.write('')
      onSent(box.text)
    } catch {
      onFailed()
    } finally {
      setSending(false)
    }
  }
  const label = `${actor.name}としてコメント`
  return (
    <form className="comment-form" onSubmit={(event) => { event.preventDefault() }}>
      <Avatar profile={actor} size={32} />
      <div className="comment-box">
        <LexicalBox name={`comment:${post.feedback}`} box={box} label={label} placeholder={label} onEnter={() => void send()} />
        <div className="comment-tools">
          <Icon name="smile" />
          <Icon name="image" />
          <Button label="コメント" className="comment-send" disabled={!canSend} onClick={() => void send()}>
            <Icon name="feather" />
          </Button>
        </div>
      </div>
    </form>
  )
}
