// Small things that stand everywhere on Meta's pages.
import type { ReactNode } from 'react'
import { navigate } from '../history.ts'

/** How a person or page is drawn. */
export interface Drawn {
  /** CSS colour. */
  colour: string
  /** One character. */
  sign: string
}

export function Avatar({ profile, size = 40 }: { profile: Drawn; size?: number }) {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${profile.colour}"/>` +
    `<text x="20" y="27" font-size="19" font-weight="700" font-family="sans-serif" text-anchor="middle" fill="#fff">${profile.sign}</text></svg>`
  return <img className="avatar" width={size} height={size} alt="" draggable={false} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
}

export function Link({ to, label, className, children }: { to: string; label?: string; className?: string; children: ReactNode }) {
  return (
    <a
      className={className}
      href={to}
      role="link"
      tabIndex={0}
      aria-label={label}
      onClick={(event) => {
        event.preventDefault()
        navigate(to)
      }}
    >
      {children}
    </a>
  )
}

/** A text of several lines, as a post shows it. */
export function Lines({ text }: { text: string }) {
  return (
    <div className="lines" dir="auto">
      {text.split('\n').map((line, index) => (
        <div key={index} dir="auto">
          {line}
        </div>
      ))}
    </div>
  )
}
