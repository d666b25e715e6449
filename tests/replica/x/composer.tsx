// A compose box: parts, attachments, tool bar and the button that sends.
import { useRef, useState, type ReactNode } from 'react'
import { Icon, type IconName } from '../shared/icons.tsx'
import { readAllMedia } from '../shared/media.ts'
import { AltForm } from './alt.tsx'
import { Avatar } from './avatar.tsx'
import { account } from './data.ts'
import { PlainInput, RichTextInput } from './editor.tsx'
import { isNarrow } from './options.ts'
import { isEmpty, newPart, SendError, sendParts, type Part, type SentPost } from './parts.ts'
import type { Compose } from './route.ts'
import { ScheduleForm, shownTime } from './schedule.tsx'
import { QuotedCard } from './tweet.tsx'

interface Props {
  kind: 'inline' | 'modal'
  context: Compose
  parts: Part[]
  onParts: (parts: Part[]) => void
  onSent: (posts: SentPost[]) => void
  onFailed: () => void
  /** The inline box has one part: asked for another, it hands over to the dialog. */
  onAddPart?: () => void
  autoFocus?: boolean
  /** Phones: where the send button stands instead of the tool bar. */
  renderHeader?: (button: ReactNode) => ReactNode
}

export function Composer(props: Props) {
  const { kind, context, parts, onParts, onSent, onFailed, onAddPart, autoFocus = false, renderHeader } = props
  const [current, setCurrent] = useState(0)
  const [mentioning, setMentioning] = useState(false)
  const [sending, setSending] = useState(false)
  const [scheduling, setScheduling] = useState(false)
  /** When it is to be published; undefined: at once. */
  const [scheduled, setScheduled] = useState<Date>()
  const [describing, setDescribing] = useState<{ part: Part; id: string }>()
  const latest = useRef(parts)
  latest.current = parts

  const update = (key: number, change: Partial<Part>) => {
    const next = latest.current.map((part) => (part.key === key ? { ...part, ...change } : part))
    latest.current = next
    onParts(next)
  }
  const canSend = !sending && parts.every((part) => !isEmpty(part))

  const send = async () => {
    if (!canSend) return
    setSending(true)
    try {
      onSent(await sendParts(latest.current, context, scheduled === undefined ? undefined : scheduled.getTime() / 1000))
      setScheduled(undefined)
    } catch (error) {
      if (!(error instanceof SendError)) throw error
      onParts(latest.current.slice(error.sent.length))
      onFailed()
    } finally {
      setSending(false)
    }
  }
  const add = () => {
    if (onAddPart !== undefined) {
      onAddPart()
      return
    }
    onParts([...latest.current, newPart()])
    setCurrent(parts.length)
  }
  const remove = (index: number) => {
    if (index === 0) return
    onParts(latest.current.filter((_, other) => other !== index))
    setCurrent(index - 1)
  }
  const attach = async (files: FileList | null) => {
    const part = parts[current] ?? parts[0]
    if (part === undefined) return
    const added = await readAllMedia(files)
    update(part.key, { media: [...part.media, ...added].slice(0, 4) })
  }

  const isReply = context.replyTo !== undefined
  const isThread = parts.length > 1
  const label = scheduled !== undefined ? '予約設定' : isThread ? 'すべてポスト' : isReply ? '返信' : 'ポストする'
  const button = (
    <button
      type="button"
      className="primary"
      data-testid={kind === 'modal' ? 'tweetButton' : 'tweetButtonInline'}
      disabled={!canSend}
      aria-disabled={canSend ? undefined : true}
      onClick={() => void send()}
    >
      <span>
        <span>{label}</span>
      </span>
    </button>
  )
  const bar = (
    // A new key makes a new node, as X does when a part is added or removed.
    <ToolBar key={parts.length} onFiles={(files) => void attach(files)} onSchedule={() => { setScheduling(true) }}>
      {/* X schedules single posts only. */}
      {(isThread || !parts.every(isEmpty)) && !isReply && scheduled === undefined && (
        <>
          <span className="separator" />
          <button type="button" className="round" data-testid="addButton" aria-label="ポストを追加" onClick={add}>
            <Icon name="plus" />
          </button>
        </>
      )}
      {renderHeader === undefined && button}
    </ToolBar>
  )

  const sheet = scheduling ? (
    <ScheduleForm
      scheduled={scheduled}
      onDone={(time) => {
        setScheduled(time)
        setScheduling(false)
      }}
      onClose={() => { setScheduling(false) }}
    />
  ) : describing !== undefined ? (
    <AltForm
      alt={describing.part.media.find(({ id }) => id === describing.id)?.alt ?? ''}
      onDone={(alt) => {
        const { part, id } = describing
        update(part.key, { media: part.media.map((one) => (one.id === id ? { ...one, alt } : one)) })
        setDescribing(undefined)
      }}
    />
  ) : null
  // In the dialog such a form stands in place of the box, which comes back with its text.
  if (sheet !== null && kind === 'modal') return <div className={`composer composer-${kind}`}>{sheet}</div>

  const shown = parts.map((part, index) => ({ part, index })).filter(({ index }) => !(mentioning && isThread) || index === current)
  return (
    <div className={`composer composer-${kind}`}>
      {renderHeader?.(button)}
      {sheet !== null && (
        <div className="layer">
          <div className="mask" />
          <div className="dialog" role="dialog" aria-modal="true">
            {sheet}
          </div>
        </div>
      )}
      <div className="parts">
        {shown.map(({ part, index }) => (
          <div key={part.key} className={index < parts.length - 1 && !mentioning ? 'part part-continued' : 'part'}>
            <div className="part-side">
              <Avatar user={account} />
              <span className="thread-line" />
            </div>
            <div className="part-body">
              {scheduled !== undefined && index === 0 && (
                <div className="reply-setting">
                  <Icon name="schedule" />
                  {shownTime(scheduled)}に送信されます
                </div>
              )}
              <PartInput
                testid={`tweetTextarea_${index}`}
                part={part}
                placeholder={placeholderOf(index, context)}
                autoFocus={autoFocus && index === current}
                onChange={(state) => { update(part.key, { state }) }}
                onSend={() => void send()}
                onFocus={() => { setCurrent(index) }}
                onTypeahead={setMentioning}
                onBackspaceWhenEmpty={() => { remove(index) }}
              />
              {(part.media.length > 0 || (index === 0 && context.quoted !== undefined)) && (
                <div className="attachments" data-testid="attachments">
                  {part.media.map((one) => (
                    <div key={one.id} className="media" role="group" aria-label="メディア">
                      <img alt="" src={one.preview} />
                      <button
                        type="button"
                        className="media-alt"
                        data-testid="altTextButton"
                        aria-label="画像の説明を追加"
                        onClick={() => { setDescribing({ part, id: one.id }) }}
                      >
                        {one.alt === undefined || one.alt === '' ? '＋ALT' : 'ALT'}
                      </button>
                      <button
                        type="button"
                        className="media-remove"
                        aria-label="メディアを削除"
                        onClick={() => { update(part.key, { media: part.media.filter(({ id }) => id !== one.id) }) }}
                      >
                        <Icon name="close" />
                      </button>
                    </div>
                  ))}
                  {index === 0 && context.quoted !== undefined && <QuotedCard tweet={context.quoted} />}
                </div>
              )}
              {kind === 'inline' && index === 0 && !isEmpty(part) && !isReply && (
                <div className="reply-setting">
                  <Icon name="globe" />
                  全員が返信できます
                </div>
              )}
              {!isThread && kind === 'inline' && bar}
            </div>
            {index > 0 && (
              <button type="button" className="part-remove" aria-label="ポストを削除" onClick={() => { remove(index) }}>
                <Icon name="close" />
              </button>
            )}
          </div>
        ))}
        {/* One part: the bar is the last child of the scrolled body. A thread: it stands under the body. */}
        {!isThread && kind === 'modal' && <div className="bar-in-body">{bar}</div>}
      </div>
      {isThread && <div className="bar-under-body">{bar}</div>}
    </div>
  )
}

function placeholderOf(index: number, { replyTo, quoted }: Compose): string {
  if (index > 0) return '別のポストを追加'
  if (replyTo !== undefined) return '返信をポスト'
  return quoted === undefined ? 'いまどうしてる？' : 'コメントを追加'
}

type PartInputProps = Omit<Parameters<typeof RichTextInput>[0], 'state'> & { part: Part }

function PartInput({ part, ...rest }: PartInputProps) {
  // Chosen once for a box: X does not turn a box into the other kind while someone writes in it.
  const [Input] = useState(() => (isNarrow() ? PlainInput : RichTextInput))
  return <Input {...rest} state={part.state} />
}

const tools: { icon: IconName; label: string; testid: string }[] = [
  { icon: 'gif', label: 'GIF画像を追加', testid: 'gifSearchButton' },
  { icon: 'spark', label: 'Grokで画像を作成', testid: 'grokImgGen' },
  { icon: 'poll', label: '投票を追加', testid: 'createPollButton' },
  { icon: 'smile', label: '絵文字を追加', testid: 'emojiButton' },
  { icon: 'schedule', label: 'ポストを予約', testid: 'scheduleOption' },
  { icon: 'place', label: '位置情報をタグ付け', testid: 'geoButton' },
]

interface ToolBarProps {
  onFiles: (files: FileList | null) => void
  onSchedule: () => void
  children: ReactNode
}

function ToolBar({ onFiles, onSchedule, children }: ToolBarProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="toolbar" data-testid="toolBar">
      <div className="tools" role="tablist">
        <div role="presentation">
          <button type="button" className="tool" aria-label="画像や動画を追加" onClick={() => input.current?.click()}>
            <Icon name="image" />
          </button>
          <input
            ref={input}
            type="file"
            hidden
            multiple
            accept="image/jpeg,image/png,image/webp,image/gif,video/mp4"
            data-testid="fileInput"
            onChange={(event) => { onFiles(event.target.files) }}
          />
        </div>
        {tools.map(({ icon, label, testid }) => (
          <div key={testid} role="presentation">
            {/* Of these only the schedule has a function here. */}
            <button
              type="button"
              className="tool"
              aria-label={label}
              data-testid={testid}
              onClick={testid === 'scheduleOption' ? onSchedule : undefined}
            >
              <Icon name={icon} />
            </button>
          </div>
        ))}
      </div>
      <div className="send">{children}</div>
    </div>
  )
}
