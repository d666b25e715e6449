// Direct messages. The editor's kind, its labels and the send button are unverified.
import { useState } from 'react'
import { Icon } from '../shared/icons.tsx'
import { LexicalBox } from '../shared/lexical/box.tsx'
import { useLexical } from '../shared/lexical/editor.ts'
import { Button } from '../shared/meta/button.tsx'
import { Avatar, Link } from '../shared/meta/parts.tsx'
import { sendMessage } from './api.ts'
import { account, threads, type Thread } from './data.ts'

export function Direct({ thread }: { thread: string }) {
  const current = threads.find(({ id }) => id === thread) ?? threads[0]
  if (current === undefined) return null
  return (
    <div className="direct" role="main">
      <div className="direct-list">
        <h1>{account.handle}</h1>
        {threads.map((one) => (
          <Link key={one.id} to={`/direct/t/${one.id}/`} className={one === current ? 'direct-item direct-here' : 'direct-item'}>
            <Avatar profile={one.with} size={48} />
            <span>
              {one.with.name}
              <small className="muted">{one.messages.at(-1)?.text}</small>
            </span>
          </Link>
        ))}
      </div>
      <Conversation key={current.id} thread={current} />
    </div>
  )
}

function Conversation({ thread }: { thread: Thread }) {
  const box = useLexical({ flavour: 'plain' })
  const [sent, setSent] = useState<{ text: string; failed: boolean }[]>([])
  const canSend = box.text.trim() !== ''
  const send = () => {
    if (!canSend) return
    const message = { text: box.text, failed: false }
    box.write('')
    setSent((before) => [...before, message])
    sendMessage(thread.id, message.text).catch(() => {
      setSent((before) => before.map((one) => (one === message ? { ...one, failed: true } : one)))
    })
  }
  return (
    <div className="direct-thread">
      <h2>{thread.with.name}</h2>
      <div className="messages">
        {thread.messages.map(({ own, text }, index) => (
          <div key={index} className={own ? 'message message-own' : 'message'}>
            {text}
          </div>
        ))}
        {sent.map(({ text, failed }, index) => (
          <div key={`sent-${index}`} className="message message-own">
            {text}
            {failed && <small role="alert">送信できませんでした</small>}
          </div>
        ))}
      </div>
      <div className="direct-form">
        <Icon name="smile" label="絵文字を選択" />
        <LexicalBox name={`message:${thread.id}`} box={box} label="メッセージ" placeholder="メッセージ…" onEnter={send} />
        {canSend && (
          <Button className="direct-send" onClick={send}>
            送信
          </Button>
        )}
      </div>
    </div>
  )
}
