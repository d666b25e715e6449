// The last step of a new post: caption, where it goes besides, and what the pictures show.
import { Icon } from '../shared/icons.tsx'
import { LexicalBox } from '../shared/lexical/box.tsx'
import type { Box } from '../shared/lexical/editor.ts'
import type { Media } from '../shared/media.ts'
import { Avatar } from '../shared/meta/parts.tsx'
import { account } from './data.ts'

const LONGEST = 2200
const CAPTION = 'キャプションを入力…'

interface Props {
  caption: Box
  media: Media[]
  alts: Partial<Record<string, string>>
  onAlt: (id: string, alt: string) => void
  threads: boolean
  onThreads: (on: boolean) => void
}

export function ShareStep({ caption, media, alts, onAlt, threads, onThreads }: Props) {
  return (
    <div className="share">
      <div className="share-account">
        <Avatar profile={account} size={28} />
        <span>{account.handle}</span>
      </div>
      <LexicalBox name="caption" box={caption} label={CAPTION} placeholder={CAPTION} />
      <div className="share-count">
        <Icon name="smile" label="絵文字" />
        <span>
          {caption.text.length}/{LONGEST.toLocaleString('ja')}
        </span>
      </div>
      <section>
        <h2>シェア先</h2>
        <label className="share-row">
          <span>
            Threads
            <small className="muted">{account.handle} · 公開</small>
          </span>
          {/* Unverified but for its being a switch. */}
          <input type="checkbox" role="switch" aria-label="Threads" checked={threads} onChange={(event) => { onThreads(event.target.checked) }} />
        </label>
      </section>
      <section>
        <h2>アクセシビリティ</h2>
        {media.map(({ id, preview }) => (
          <label key={id} className="share-row">
            <img alt="" src={preview} width="44" height="44" />
            {/* Unverified: that the field is an input, and its words. */}
            <input
              type="text"
              placeholder="代替テキストを入力…"
              value={alts[id] ?? ''}
              onChange={(event) => { onAlt(id, event.target.value) }}
            />
          </label>
        ))}
      </section>
    </div>
  )
}
