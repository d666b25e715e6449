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
  /** A send of these boxes goes. */
  | { type: 'sending' }
  /** The editor did not take a repair. */
  | { type: 'not-replaced'; box: number }

export type FromFrame =
  | { type: 'ready' }
  | ({ type: 'answer'; box: number; request: number } & Answer)
  /** To be done where the span still says `was`. */
  | { type: 'replace'; box: number; start: number; end: number; was: string; with: string }
  | { type: 'point'; box: number; start: number; end: number }
  | { type: 'unpoint' }
  /** Do the send that was held. */
  | { type: 'release' }
  | { type: 'size'; height: number }
  | { type: 'leave'; box: number }

/** To the worker, which answers a check with an `Answer`. */
export type ToWorker =
  | { type: 'check'; post: Post }
  /** A send goes, where there is no frame. */
  | { type: 'sending'; posts: Post[] }
  | { type: 'sight'; sight: Sight }

/** A part of a compose box. */
export type Part = 'box' | 'send' | 'account'

export interface Sight {
  platform: string
  /** The page's address without its query. */
  page: string
  /** What was not found where it should be. */
  missing: Part[]
}

/** From the worker: the network guard stopped a request. */
export interface FromWorker {
  type: 'cancelled'
  summary: string
}
