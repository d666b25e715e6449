// The compose dialog at /compose/post, and X's full-page form of it on phones.
import { useEffect, useState } from 'react'
import { textOf } from '../shared/draft.ts'
import { Icon } from '../shared/icons.tsx'
import { createDraft } from './api.ts'
import { Composer } from './composer.tsx'
import { isNarrow } from './options.ts'
import { isEmpty, newPart, type Part, type SentPost } from './parts.ts'
import { closeCompose, type Compose } from './route.ts'
import { RepliedPost } from './tweet.tsx'

interface Props {
  context: Compose
  /** What the dialog starts with. */
  parts: Part[]
  onSent: (posts: SentPost[], context: Compose) => void
  onFailed: () => void
}

export function ComposeDialog({ context, parts: initial, onSent, onFailed }: Props) {
  const [parts, setParts] = useState(initial.length === 0 ? [newPart()] : initial)
  const [asking, setAsking] = useState(false)
  const [narrow] = useState(isNarrow)

  const leave = () => {
    if (parts.every(isEmpty)) closeCompose()
    else setAsking(true)
  }
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      // The editor's own Escape, e.g. to close the typeahead, is marked by Draft.js as dealt with.
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) leave()
    }
    document.addEventListener('keydown', close)
    return () => { document.removeEventListener('keydown', close) }
  })

  const composer = {
    kind: 'modal',
    context,
    parts,
    onParts: setParts,
    onFailed,
    autoFocus: true,
    onSent: (posts: SentPost[]) => {
      setParts([newPart()])
      closeCompose()
      onSent(posts, context)
    },
  } as const
  const replied = context.replyTo !== undefined && <RepliedPost tweet={context.replyTo} />
  const sheet = asking && (
    <SaveSheet
      onSave={() => {
        void Promise.all(parts.map((part) => createDraft(textOf(part.state)))).then(closeCompose, onFailed)
      }}
      onDiscard={closeCompose}
    />
  )

  if (narrow) {
    return (
      <div className="compose-page">
        <Composer
          {...composer}
          renderHeader={(button) => (
            <>
              <div className="compose-page-head">
                <button type="button" className="round" data-testid="app-bar-close" aria-label="閉じる" onClick={leave}>
                  <Icon name="close" />
                </button>
                {button}
              </div>
              {replied}
            </>
          )}
        />
        {sheet}
      </div>
    )
  }
  return (
    <div className="layer">
      <div className="mask" data-testid="mask" onClick={leave} />
      <div className="dialog" role="dialog" aria-modal="true" aria-labelledby="modal-header">
        <div className="dialog-head">
          <button type="button" className="round" data-testid="app-bar-close" aria-label="閉じる" onClick={leave}>
            <Icon name="close" />
          </button>
          <h2 id="modal-header" className="visually-hidden">
            {context.replyTo === undefined ? 'ポストを作成' : '返信を作成'}
          </h2>
          <button type="button" className="text-button" data-testid="unsentButton">
            下書き
          </button>
        </div>
        <div className="dialog-body">
          {replied}
          <Composer {...composer} />
        </div>
      </div>
      {sheet}
    </div>
  )
}

function SaveSheet({ onSave, onDiscard }: { onSave: () => void; onDiscard: () => void }) {
  return (
    <div className="layer layer-sheet">
      <div className="mask" />
      <div className="sheet" role="alertdialog" data-testid="confirmationSheetDialog" aria-labelledby="sheet-title">
        <h2 id="sheet-title">ポストを保存しますか？</h2>
        <p className="muted">保存して、あとで下書きから送信できます。</p>
        <button type="button" className="primary" data-testid="confirmationSheetConfirm" onClick={onSave}>
          保存
        </button>
        <button type="button" className="secondary" data-testid="confirmationSheetCancel" onClick={onDiscard}>
          破棄
        </button>
      </div>
    </div>
  )
}
