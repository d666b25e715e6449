// Chat at /i/chat, which took the place of direct messages.
import { useState, type KeyboardEvent } from 'react'
import { Icon } from '../shared/icons.tsx'
import { isImeKey } from '../shared/ime.ts'
import { useTextarea } from '../shared/textarea.ts'
import { sendChat } from './api.ts'
import { Avatar, UserLine, UserName } from './avatar.tsx'
import { conversations, type Conversation } from './data.ts'
import { Link } from './tweet.tsx'

interface Props {
  conversation: string
  onFailed: () => void
}

export function Chat({ conversation, onFailed }: Props) {
  const current = conversations.find(({ id }) => id === conversation) ?? conversations[0]
  if (current === undefined) return null
  return (
    <div className="chat">
      <nav className="chat-list" aria-label="チャット">
        {conversations.map((one) => (
          <Link key={one.id} to={`/i/chat/${one.id}`} className={one === current ? 'chat-item chat-here' : 'chat-item'}>
            <Avatar user={one.with} />
            <UserLine user={one.with} />
          </Link>
        ))}
      </nav>
      <Messages key={current.id} conversation={current} onFailed={onFailed} />
    </div>
  )
}

function Messages({ conversation, onFailed }: { conversation: Conversation; onFailed: () => void }) {
  const [text, setText] = useState('')
  const [sent, setSent] = useState<string[]>([])
  const area = useTextarea('dm-composer-textarea')
  const canSend = text.trim() !== ''
  const send = () => {
    if (!canSend) return
    setText('')
    setSent((before) => [...before, text])
    sendChat(conversation.id, text).catch(onFailed)
  }
  const press = (event: KeyboardEvent) => {
    // That Enter sends is unverified.
    if (event.key !== 'Enter' || event.shiftKey || isImeKey(event.nativeEvent)) return
    event.preventDefault()
    send()
  }
  const messages = [...conversation.messages, ...sent.map((one) => ({ own: true, text: one }))]
  return (
    <section className="chat-thread">
      <h2>
        <UserName user={conversation.with} />
      </h2>
      <div className="chat-messages">
        {messages.map((message, index) => (
          <div key={index} className={message.own ? 'chat-message chat-own' : 'chat-message'}>
            {message.text}
          </div>
        ))}
      </div>
      <div className="chat-composer">
        <textarea
          ref={area}
          data-testid="dm-composer-textarea"
          aria-label="メッセージ"
          placeholder="メッセージ"
          rows={Math.min(6, text.split('\n').length)}
          value={text}
          onChange={(event) => { setText(event.target.value) }}
          onKeyDown={press}
        />
        <button
          type="button"
          className="round"
          data-testid="dm-composer-send-button"
          aria-label="送信"
          disabled={!canSend}
          onClick={send}
        >
          <Icon name="feather" />
        </button>
      </div>
    </section>
  )
}
