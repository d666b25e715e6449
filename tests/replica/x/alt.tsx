// The form for what a picture shows. The names of its buttons vary between sources.
import { useState } from 'react'

export function AltForm({ alt, onDone }: { alt: string; onDone: (alt: string) => void }) {
  const [text, setText] = useState(alt)
  return (
    <div className="schedule">
      <div className="dialog-head">
        <h2>画像の説明を編集</h2>
        <button type="button" className="primary" data-testid="applyButton" onClick={() => { onDone(text) }}>
          保存
        </button>
      </div>
      <label className="profile-field">
        <span>説明</span>
        <textarea name="altTextInput" data-testid="altTextInput" value={text} onChange={(event) => { setText(event.target.value) }} />
      </label>
    </div>
  )
}
