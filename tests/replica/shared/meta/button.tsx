// Meta's buttons are no <button>.
import type { KeyboardEvent, ReactNode } from 'react'

interface Props {
  /** The accessible name, where it isn't the text. */
  label?: string
  className?: string
  disabled?: boolean
  onClick: () => void
  children: ReactNode
}

export function Button({ label, className = 'button', disabled = false, onClick, children }: Props) {
  const press = (event: KeyboardEvent) => {
    if ((event.key !== 'Enter' && event.key !== ' ') || disabled) return
    event.preventDefault()
    onClick()
  }
  return (
    <div
      className={className}
      role="button"
      aria-label={label}
      aria-disabled={disabled ? true : undefined}
      tabIndex={disabled ? -1 : 0}
      onClick={disabled ? undefined : onClick}
      onKeyDown={press}
    >
      {children}
    </div>
  )
}
