// The dialog 投稿を作成. With media (and by option) it has two steps: 次へ, then 投稿. Both stand in the same dialog.
import { useRef, useState } from 'react'
import { Icon } from '../shared/icons.tsx'
import { LexicalBox } from '../shared/lexical/box.tsx'
import { useLexical } from '../shared/lexical/editor.ts'
import { readAllMedia, type Media } from '../shared/media.ts'
import { Button } from '../shared/meta/button.tsx'
import { Avatar } from '../shared/meta/parts.tsx'
import { createStory } from './api.ts'
import { page, type Profile } from './data.ts'
import { alwaysTwoSteps, drawsEmoji, dropsFirstStep } from './options.ts'

const ACCEPT = 'image/*,image/heif,image/heic,video/*,video/mp4,video/x-m4v,video/x-matroska,.mkv'

interface Props {
  actor: Profile
  text: string
  onSent: (text: string, media: Media[]) => void
  onFailed: () => void
  onClose: () => void
}

export function PostDialog({ actor, text: initial, onSent, onFailed, onClose }: Props) {
  const box = useLexical({ flavour: 'rich', text: initial, emoji: drawsEmoji })
  const [media, setMedia] = useState<Media[]>([])
  const [step, setStep] = useState<'write' | 'settings'>('write')
  const [audience, setAudience] = useState(0)
  const [sending, setSending] = useState(false)
  const files = useRef<HTMLInputElement>(null)

  const twoSteps = alwaysTwoSteps || media.length > 0
  const canSend = !sending && (box.text.trim() !== '' || media.length > 0)
  const send = async () => {
    setSending(true)
    try {
      await createStory(actor, box.text, media, AUDIENCES[audience]?.state ?? 'EVERYONE')
      onSent(box.text, media)
    } catch {
      onFailed()
      setSending(false)
    }
  }
  const scope = AUDIENCES[audience]?.name ?? ''
  const placeholder = actor === page ? 'その気持ち、シェアしよう' : `${actor.name}さん、その気持ち、シェアしよう`

  return (
    <div className="layer">
      <div className="mask" />
      <div className="dialog" role="dialog" aria-label="投稿を作成" aria-modal="true">
        {/* Facebook keeps earlier pages of a dialog in the DOM, hidden (unverified). */}
        {!(step === 'settings' && dropsFirstStep) && (
          <div hidden={step === 'settings'}>
            <div className="dialog-head">
              <h2>投稿を作成</h2>
              <Button label="閉じる" className="round close" onClick={onClose}>
                <Icon name="close" />
              </Button>
            </div>
            <div className="identity">
              <Avatar profile={actor} />
              <div>
                <strong>{actor.name}</strong>
                <Button
                  label={`投稿の共有範囲: ${scope}。変更するにはクリックしてください。`}
                  className="scope"
                  onClick={() => { setAudience((audience + 1) % AUDIENCES.length) }}
                >
                  {scope}
                </Button>
              </div>
            </div>
            <div className="dialog-editor">
              <LexicalBox name="post" box={box} label={placeholder} placeholder={placeholder} autoFocus />
            </div>
            {media.length > 0 && (
              <div className="attachments" role="group" aria-label="添付した写真や動画">
                {media.map(({ id, kind, preview }) => (
                  <div key={id}>
                    {kind === 'image' ? <img alt="" src={preview} /> : <video src={preview} />}
                    <Button
                      label="投稿の添付ファイルを削除"
                      className="round"
                      onClick={() => { setMedia((before) => before.filter((one) => one.id !== id)) }}
                    >
                      <Icon name="close" />
                    </Button>
                  </div>
                ))}
              </div>
            )}
            <div className="dialog-tools">
              <span>投稿に追加</span>
              <Button label="写真・動画" className="round" onClick={() => files.current?.click()}>
                <Icon name="image" />
              </Button>
              <Button label="気分やアクティビティ" className="round" onClick={() => undefined}>
                <Icon name="smile" />
              </Button>
              <input
                ref={files}
                type="file"
                hidden
                multiple
                accept={ACCEPT}
                onChange={(event) => {
                  void readAllMedia(event.target.files).then((added) => { setMedia((before) => [...before, ...added]) })
                }}
              />
            </div>
            {twoSteps ? (
              <Button label="次へ" className="button wide" disabled={!canSend} onClick={() => { setStep('settings') }}>
                次へ
              </Button>
            ) : (
              <Button label="投稿" className="button wide" disabled={!canSend} onClick={() => void send()}>
                投稿
              </Button>
            )}
          </div>
        )}
        {step === 'settings' && (
          <div>
            <div className="dialog-head">
              <Button label="戻る" className="round back" onClick={() => { setStep('write') }}>
                <Icon name="back" />
              </Button>
              <h2>投稿の設定</h2>
            </div>
            <p className="setting">
              <strong>投稿の共有範囲</strong>
              <span className="muted">{scope}</span>
            </p>
            <p className="setting">
              <strong>投稿者</strong>
              <span className="muted">{actor.name}</span>
            </p>
            <Button label="投稿" className="button wide" disabled={!canSend} onClick={() => void send()}>
              投稿
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

const AUDIENCES = [
  { name: '公開', state: 'EVERYONE' },
  { name: '友達', state: 'FRIENDS' },
]
