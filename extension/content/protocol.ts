/** What the content script, the frame and the worker say to each other. Offsets are UTF-16 code units. */

export interface Post {
  text: string
  platform: string
  surface: string
  /** Handles, without `@`. */
  account: string | undefined
  reply_to: string | undefined
  quotes: string | undefined
  at: string
  media: { kind: 'image' | 'video'; alt: string }[]
}

/** A finding about the context has no place in the text. */
export interface Finding {
  concern: string
  start: number | null
  end: number | null
  text: string | null
  action: 'block' | 'confirm' | 'warn' | 'remind'
}

/** The engine's answer about exactly one post. */
export interface Answer {
  hold: boolean
  /** None where the post could not be checked; then it is held. */
  report: { verdict: string; findings: Finding[] } | null
  /** One line for the operator, for where the panel can't be shown. */
  summary: string
}

export type ToFrame =
  | { type: 'check'; box: number; request: number; post: Post }
  /** The boxes of the send that the operator is at, in their order. */
  | { type: 'boxes'; boxes: number[]; unverified: boolean }
  /** A send was held because of these boxes. */
  | { type: 'held' }
  /** The editor did not take a repair. */
  | { type: 'not-replaced'; box: number }

export type FromFrame =
  | { type: 'ready' }
  | ({ type: 'answer'; box: number; request: number } & Answer)
  /** To be done where the span still says `was`. */
  | { type: 'replace'; box: number; start: number; end: number; was: string; with: string }
  | { type: 'point'; box: number; start: number; end: number }
  | { type: 'unpoint' }
  | { type: 'size'; height: number }
  | { type: 'leave'; box: number }

/** To the worker; it answers with an `Answer`. */
export interface ToWorker {
  type: 'check'
  post: Post
}
