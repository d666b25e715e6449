// The dialog of a new post: choose, crop, edit, and share. Its Japanese names are unverified; 次へ and シェア are not.
import { useRef, useState } from 'react'
import { Icon } from '../shared/icons.tsx'
import { useLexical } from '../shared/lexical/editor.ts'
import { readAllMedia, type Media } from '../shared/media.ts'
import { Button } from '../shared/meta/button.tsx'
import { restoredDraft } from '../shared/query.ts'
import { share } from './api.ts'
import { ShareStep } from './share.tsx'

const STEPS = ['choose', 'crop', 'edit', 'share'] as const
type Step = (typeof STEPS)[number] | 'done'

const TITLES: Record<Step, string> = {
  choose: '新規投稿を作成',
  crop: '切り取る',
  edit: '編集',
  share: '新規投稿を作成',
  done: '投稿をシェアしました',
}
const DONE_REEL = 'リール動画がシェアされました'
const FAILED = '投稿をシェアできませんでした'

interface Props {
  onShared: (caption: string, media: Media[]) => void
  onClose: () => void
}

export function CreateDialog({ onShared, onClose }: Props) {
  const [step, setStep] = useState<Step>('choose')
  const [media, setMedia] = useState<Media[]>([])
  const [alts, setAlts] = useState<Partial<Record<string, string>>>({})
  const [threads, setThreads] = useState(false)
  const [sharing, setSharing] = useState(false)
  const [failed, setFailed] = useState(false)
  const caption = useLexical({ flavour: 'plain', text: restoredDraft })
  const files = useRef<HTMLInputElement>(null)

  const go = (by: 1 | -1) => {
    const next = STEPS[STEPS.findIndex((one) => one === step) + by]
    if (next !== undefined) setStep(next)
  }
  const send = async () => {
    setSharing(true)
    setFailed(false)
    try {
      await share({ caption: caption.text, media: media.map((one) => ({ media: one, alt: alts[one.id] ?? '' })), threads })
      setStep('done')
      onShared(caption.text, media)
    } catch {
      setFailed(true)
    } finally {
      setSharing(false)
    }
  }
  const isReel = media[0]?.kind === 'video'
  const title = step === 'done' && isReel ? DONE_REEL : TITLES[step]
  const first = media[0]
  return (
    <div className="layer">
      <div className="mask" />
      <Button label="閉じる" className="close" onClick={onClose}>
        <Icon name="close" label="閉じる" />
      </Button>
      <div className={`create create-${step}`} role="dialog" aria-label={title}>
        <div className="create-head">
          {step !== 'choose' && step !== 'done' && (
            <Button className="create-back" onClick={() => { go(-1) }}>
              <Icon name="back" label="戻る" />
            </Button>
          )}
          <h1>{title}</h1>
          {(step === 'crop' || step === 'edit') && (
            <Button className="create-next" onClick={() => { go(1) }}>
              次へ
            </Button>
          )}
          {step === 'share' && (
            <Button className="create-next" disabled={sharing} onClick={() => void send()}>
              シェア
            </Button>
          )}
        </div>
        {failed && <p role="alert">{FAILED}</p>}
        {step === 'choose' && (
          <div className="create-choose">
            <Icon name="image" />
            <p>ここに写真や動画をドラッグ</p>
            <button type="button" className="blue" onClick={() => files.current?.click()}>
              コンピューターから選択
            </button>
            <input
              ref={files}
              type="file"
              hidden
              multiple
              accept="image/avif,image/jpeg,image/png,image/heic,image/heif,video/mp4,video/quicktime"
              onChange={(event) => {
                void readAllMedia(event.target.files).then((chosen) => {
                  setMedia(chosen)
                  if (chosen.length > 0) setStep('crop')
                })
              }}
            />
          </div>
        )}
        {step !== 'choose' && step !== 'done' && (
          <div className="create-body">
            <div className="create-preview">
              {first?.kind === 'video' ? <video src={first.preview} /> : <img alt="" src={first?.preview} />}
              {step === 'crop' && (
                <Button className="create-crop" onClick={() => undefined}>
                  <Icon name="image" label="切り取りを選択" />
                </Button>
              )}
            </div>
            {step === 'edit' && <div className="create-filters">フィルター</div>}
            {step === 'share' && (
              <ShareStep
                caption={caption}
                media={media}
                alts={alts}
                onAlt={(id, alt) => { setAlts((before) => ({ ...before, [id]: alt })) }}
                threads={threads}
                onThreads={setThreads}
              />
            )}
          </div>
        )}
        {step === 'done' && <p className="create-done">{title}。</p>}
      </div>
    </div>
  )
}
