// The composer. Japanese labels are unverified; zero-width spaces do stand in the names of its controls.
import { useRef, useState } from 'react'
import { readAllMedia, type Media } from '../../shared/media.ts'
import { Button } from '../../shared/meta/button.tsx'
import { Avatar, Lines } from '../../shared/meta/parts.tsx'
import { restoredDraft } from '../../shared/query.ts'
import { page } from '../data.ts'
import { businessEditor } from '../options.ts'
import { createBusinessPost, type Channel } from './api.ts'
import { DraftEditor, LexicalEditor } from './editors.tsx'

export interface Done {
  text: string
  scheduled: boolean
}

const ZERO_WIDTH = '\u200b'
const PUBLISH = `公開する${ZERO_WIDTH}`
const SCHEDULE = `日時を指定${ZERO_WIDTH}`

export function Composer({ onDone }: { onDone: (done: Done) => void }) {
  const [text, setText] = useState(restoredDraft)
  const [media, setMedia] = useState<Media[]>([])
  const [channels, setChannels] = useState<Channel[]>(['FACEBOOK', 'INSTAGRAM'])
  const [scheduling, setScheduling] = useState(false)
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [sending, setSending] = useState(false)
  const [failed, setFailed] = useState(false)
  const files = useRef<HTMLInputElement>(null)

  const when = scheduling ? Date.parse(`${day}T${time}`) / 1000 : undefined
  const canSend =
    !sending && channels.length > 0 && (text.trim() !== '' || media.length > 0) && (when === undefined || !Number.isNaN(when))
  const send = async () => {
    setSending(true)
    setFailed(false)
    try {
      await createBusinessPost({ text, media, channels, scheduled: when })
      onDone({ text, scheduled: scheduling })
    } catch {
      setFailed(true)
      setSending(false)
    }
  }
  const toggle = (channel: Channel) => {
    setChannels((before) => (before.includes(channel) ? before.filter((one) => one !== channel) : [...before, channel]))
  }
  const Editor = businessEditor === 'draft' ? DraftEditor : LexicalEditor
  return (
    <div className="business-composer" role="main">
      <div className="business-form">
        <h1>投稿を作成</h1>
        <section className="card" aria-label="投稿先">
          <h2>投稿先</h2>
          <Channel name={page.name} kind="Facebook" checked={channels.includes('FACEBOOK')} onToggle={() => { toggle('FACEBOOK') }} />
          {/* The name of the Instagram account doesn't stand here. */}
          <Channel name="Instagram" kind="Instagram" checked={channels.includes('INSTAGRAM')} onToggle={() => { toggle('INSTAGRAM') }} />
        </section>
        <section className="card" aria-label="メディア">
          <h2>メディア</h2>
          <Button className="button secondary" onClick={() => files.current?.click()}>
            写真を追加{ZERO_WIDTH}
          </Button>
          <input
            ref={files}
            type="file"
            hidden
            multiple
            accept="image/*,video/*"
            onChange={(event) => {
              void readAllMedia(event.target.files).then((added) => { setMedia((before) => [...before, ...added]) })
            }}
          />
          {media.map(({ id, preview }) => (
            <img key={id} className="business-media" alt="" src={preview} />
          ))}
        </section>
        <section className="card" aria-label="投稿の詳細">
          <h2>投稿の詳細</h2>
          <Editor text={text} onText={setText} />
        </section>
        <section className="card" aria-label="日時の設定オプション">
          <h2>日時の設定オプション</h2>
          <div
            className={scheduling ? 'switch switch-on' : 'switch'}
            role="switch"
            aria-checked={scheduling}
            aria-label={`日時を設定${ZERO_WIDTH}`}
            tabIndex={0}
            onClick={() => { setScheduling(!scheduling) }}
          >
            日時を設定
          </div>
          {scheduling && (
            <div className="business-when">
              <input type="date" aria-label="日付" value={day} onChange={(event) => { setDay(event.target.value) }} />
              <input type="time" aria-label="時刻" value={time} onChange={(event) => { setTime(event.target.value) }} />
            </div>
          )}
        </section>
        {failed && (
          <p className="card" role="alert">
            投稿できませんでした。
          </p>
        )}
        <div className="business-bar">
          <Button className="button" disabled={!canSend} onClick={() => void send()}>
            {scheduling ? SCHEDULE : PUBLISH}
          </Button>
        </div>
      </div>
      <div className="business-preview card" aria-label="プレビュー">
        <div className="post-head">
          <Avatar profile={page} />
          <strong>{page.name}</strong>
        </div>
        <Lines text={text} />
      </div>
    </div>
  )
}

function Channel({ name, kind, checked, onToggle }: { name: string; kind: string; checked: boolean; onToggle: () => void }) {
  return (
    <div className="channel" role="checkbox" aria-checked={checked} aria-label={`${kind}${ZERO_WIDTH}`} tabIndex={0} onClick={onToggle}>
      <span className="channel-box">{checked ? '✓' : ''}</span>
      {name}
    </div>
  )
}
