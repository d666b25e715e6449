import { Icon } from '../shared/icons.tsx'
import type { User } from './data.ts'

export function Avatar({ user, small = false }: { user: User; small?: boolean }) {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${user.colour}"/>` +
    `<text x="20" y="27" font-size="19" font-weight="700" font-family="sans-serif" text-anchor="middle" fill="#fff">${user.sign}</text></svg>`
  return (
    <div className={small ? 'avatar avatar-small' : 'avatar'} data-testid={`UserAvatar-Container-${user.handle}`}>
      <img alt="" draggable={false} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
    </div>
  )
}

export function UserName({ user }: { user: User }) {
  return (
    <span className="name">
      <span className="name-text">{user.name}</span>
      {user.official === true && <Icon name="official" label="認証済みアカウント" />}
    </span>
  )
}

/** Name over handle. */
export function UserLine({ user }: { user: User }) {
  return (
    <div className="user-line">
      <UserName user={user} />
      <span className="muted">@{user.handle}</span>
    </div>
  )
}
