// プロフィールを編集, over the account's own page.
import { useState } from 'react'
import { navigate } from '../shared/history.ts'
import { Icon } from '../shared/icons.tsx'
import { useTextarea } from '../shared/textarea.ts'
import { updateProfile } from './api.ts'
import { account, type Profile } from './data.ts'

interface Props {
  profile: Profile
  onSaved: (profile: Profile) => void
  onFailed: () => void
}

const FIELDS = [
  { field: 'name', name: 'displayName', label: '名前' },
  { field: 'description', name: 'description', label: '自己紹介' },
  { field: 'location', name: 'location', label: '場所' },
  { field: 'url', name: 'url', label: 'ウェブサイト' },
] as const

export function ProfileDialog({ profile, onSaved, onFailed }: Props) {
  const [edited, setEdited] = useState(profile)
  const description = useTextarea('description')
  return (
    <div className="layer">
      <div className="mask" data-testid="mask" />
      <div className="dialog" role="dialog" aria-modal="true" aria-labelledby="modal-header">
        <div className="dialog-head">
          <button
            type="button"
            className="round"
            data-testid="app-bar-close"
            aria-label="閉じる"
            onClick={() => { navigate(`/${account.handle}`) }}
          >
            <Icon name="close" />
          </button>
          <h2 id="modal-header">プロフィールを編集</h2>
          <button
            type="button"
            className="primary"
            data-testid="Profile_Save_Button"
            onClick={() => { updateProfile(edited).then(() => { onSaved(edited) }, onFailed) }}
          >
            <span>
              <span>保存</span>
            </span>
          </button>
        </div>
        {FIELDS.map(({ field, name, label }) => {
          const given = {
            name,
            value: edited[field],
            onChange: ({ target }: { target: { value: string } }) => { setEdited({ ...edited, [field]: target.value }) },
          }
          return (
            <label key={field} className="profile-field">
              <span>{label}</span>
              {field === 'description' ? <textarea ref={description} rows={3} {...given} /> : <input type="text" {...given} />}
            </label>
          )
        })}
      </div>
    </div>
  )
}
