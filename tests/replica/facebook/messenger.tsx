// Messenger: a page of its own, and a small window over the others. Its labels and its request are unverified.
import { useState } from 'react'
import { Icon } from '../shared/icons.tsx'
import { LexicalBox } from '../shared/lexical/box.tsx'
import { useLexical } from '../shared/lexical/editor.ts'
import { Button } from '../shared/meta/button.tsx'
import { Avatar, Link } from '../shared/meta/parts.tsx'
import { sendMessage } from './api.ts'
import { threads, type Profile, type Thread } from './data.ts'
import { drawsEmoji } from './options.ts'

interface Props {
  actor: Profile
  onFailed: () => void
}

function Conversation({ actor, thread, onFailed }: Props & { thread: Thread }) {
  const box = useLexical({ flavour: 'rich', emoji: drawsEmoji })
  const [sent, setSent] = useState<string[]>([])
  const canSend = box.text.trim() !== ''

  const send = () => {
    if (!canSend) return
    const { text } = box
    // Messenger doesn't wait for the answer.
    box.write('')
    setSent((before) => [...before, text])
    sendMessage(actor, thread.id, text).catch(onFailed)
  }
  const messages = [...thread.messages, ...sent.map((text) => ({ own: true, text }))]
  return (
    <>
      <div className="messages" role="grid" aria-label={`${thread.with.name}とのスレッドのメッセージ`}>
        {messages.map(({ own, text }, index) => (
          <div key={index} className={own ? 'message message-own' : 'message'} role="row">
            {text}
          </div>
        ))}
      </div>
      <div className="message-form" role="group" aria-label="スレッドのコンポーザー">
        <Icon name="plus" />
        <LexicalBox name={`message:${thread.id}`} box={box} label="メッセージ" placeholder="Aa" onEnter={send} />
        {canSend ? (
          <Button label="Enterキーを押して送信" className="message-send" onClick={send}>
            <Icon name="feather" />
          </Button>
        ) : (
          <Button label="「いいね！」を送信" className="message-send" onClick={() => undefined}>
            <Icon name="heart" />
          </Button>
        )}
      </div>
    </>
  )
}

export function MessengerPage({ thread, ...rest }: Props & { thread: string }) {
  const current = threads.find(({ id }) => id === thread) ?? threads[0]
  if (current === undefined) return null
  return (
    <div className="messenger" role="main">
      <div className="threads" role="navigation" aria-label="スレッドリスト">
        <h1>チャット</h1>
        {threads.map((one) => (
          <Link key={one.id} to={`/messages/t/${one.id}`} className={one === current ? 'thread thread-here' : 'thread'}>
            <Avatar profile={one.with} size={48} />
            <span>
              {one.with.name}
              <small className="muted">{one.messages.at(-1)?.text}</small>
            </span>
          </Link>
        ))}
      </div>
      <div className="conversation">
        <h2>
          <Avatar profile={current.with} />
          {current.with.name}
        </h2>
        <Conversation key={current.id} thread={current} {...rest} />
      </div>
    </div>
  )
}

export function ChatWindow({ onClose, ...rest }: Props & { onClose: () => void }) {
  const thread = threads[0]
  if (thread === undefined) return null
  return (
    <div className="chat-window" role="dialog" aria-label={`${thread.with.name}とのチャット`}>
      <h2>
        <Avatar profile={thread.with} size={32} />
        {thread.with.name}
        <Button label="チャットを閉じる" className="round" onClick={onClose}>
          <Icon name="close" />
        </Button>
      </h2>
      <Conversation thread={thread} {...rest} />
    </div>
  )
}
