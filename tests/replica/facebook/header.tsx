// The bar at the top, with the menu in which one changes between page and person.
import { useState } from 'react'
import { Icon } from '../shared/icons.tsx'
import { Button } from '../shared/meta/button.tsx'
import { Avatar, Link } from '../shared/meta/parts.tsx'
import { page, person, type Profile } from './data.ts'

interface Props {
  actor: Profile
  onActor: (actor: Profile) => void
  onChat: () => void
}

export function Header({ actor, onActor, onChat }: Props) {
  const [menu, setMenu] = useState(false)
  const other = actor === page ? person : page
  return (
    <div className="header" role="banner">
      <Link to="/" label="Facebook" className="logo">
        f
      </Link>
      <div className="search">
        <Icon name="search" />
        <input type="search" role="combobox" aria-expanded="false" aria-label="Facebookを検索" placeholder="Facebookを検索" />
      </div>
      <span className="header-end" />
      <Button label="Messenger" className="round" onClick={onChat}>
        <Icon name="chat" />
      </Button>
      <Button label="お知らせ" className="round" onClick={() => undefined}>
        <Icon name="bell" />
      </Button>
      <Button label="あなたのプロフィール" className="round" onClick={() => { setMenu(!menu) }}>
        <Avatar profile={actor} />
      </Button>
      {menu && (
        <div className="menu" role="dialog" aria-label="アカウント">
          <Link to={`/${actor.vanity}`} className="menu-own">
            <Avatar profile={actor} />
            <strong>{actor.name}</strong>
          </Link>
          <Button
            label={`${other.name}に切り替える`}
            className="menu-item"
            onClick={() => {
              onActor(other)
              setMenu(false)
            }}
          >
            <Avatar profile={other} size={28} />
            {other.name}に切り替える
          </Button>
        </div>
      )}
    </div>
  )
}
