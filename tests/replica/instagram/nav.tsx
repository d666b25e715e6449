// The menu at the left. 新しい投稿 opens a list with 投稿.
import { useState } from 'react'
import { Icon } from '../shared/icons.tsx'
import { Avatar, Link } from '../shared/meta/parts.tsx'
import { account } from './data.ts'

export function Nav({ onCreate }: { onCreate: () => void }) {
  const [open, setOpen] = useState(false)
  return (
    <div className="nav" role="navigation">
      <Link to="/" className="wordmark" label="Instagram">
        Instagram
      </Link>
      <Link to="/" className="nav-item">
        <Icon name="home" label="ホーム" />
        <span>ホーム</span>
      </Link>
      <Link to="/direct/t/17000000000000001/" className="nav-item">
        <Icon name="chat" label="Messenger" />
        <span>メッセージ</span>
      </Link>
      <div className="nav-create">
        <a
          className="nav-item"
          href="#"
          role="link"
          tabIndex={0}
          onClick={(event) => {
            event.preventDefault()
            setOpen(!open)
          }}
        >
          <Icon name="plus" label="新しい投稿" />
          <span>作成</span>
        </a>
        {open && (
          <a
            className="nav-sub"
            href="#"
            role="link"
            tabIndex={0}
            onClick={(event) => {
              event.preventDefault()
              setOpen(false)
              onCreate()
            }}
          >
            <span>投稿</span>
            <Icon name="image" label="投稿" />
          </a>
        )}
      </div>
      <Link to={`/${account.handle}/`} className="nav-item">
        <Avatar profile={account} size={24} />
        <span>プロフィール</span>
      </Link>
    </div>
  )
}
