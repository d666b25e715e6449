// X is a single page: addresses change through the History API, and the compose dialog stands over what was there.
import { useAddress } from '../shared/address.ts'
import { navigate } from '../shared/history.ts'
import { account, findTweet, timeline, type Tweet } from './data.ts'

export interface Compose {
  replyTo?: Tweet
  quoted?: Tweet
}

export interface Route {
  page:
    | { kind: 'home' }
    | { kind: 'status'; tweet: Tweet }
    | { kind: 'profile'; handle: string; editing: boolean }
    | { kind: 'chat'; conversation: string }
  /** Set while the compose dialog is open. */
  compose?: Compose
}

interface HistoryState {
  /** Path of the page under the dialog. */
  under: string
  reply?: string
  quote?: string
}

const COMPOSE = '/compose/post'
/** Stands over the account's own page. */
export const EDIT_PROFILE = '/settings/profile'

function readRoute(): Route {
  const path = location.pathname
  if (path !== COMPOSE) return { page: readPage(path) }

  const state = history.state as HistoryState | null
  const compose: Compose = {}
  const replyTo = state?.reply === undefined ? undefined : findTweet(state.reply)
  const quoted = state?.quote === undefined ? undefined : findTweet(state.quote)
  if (replyTo !== undefined) compose.replyTo = replyTo
  if (quoted !== undefined) compose.quoted = quoted
  return { page: readPage(state?.under ?? '/home'), compose }
}

function readPage(path: string): Route['page'] {
  const [, handle, kind, id] = path.split('/')
  if (path === EDIT_PROFILE) return { kind: 'profile', handle: account.handle, editing: true }
  if (handle === 'i' && kind === 'chat') return { kind: 'chat', conversation: id ?? '' }
  if (handle === undefined || handle === '' || handle === 'home') return { kind: 'home' }
  if (kind !== 'status') return { kind: 'profile', handle, editing: false }
  const tweet = findTweet(id ?? '') ?? timeline[0]
  return tweet === undefined ? { kind: 'home' } : { kind: 'status', tweet }
}

export function openCompose(context: Compose = {}): void {
  const under = location.pathname === COMPOSE ? '/home' : location.pathname
  const state: HistoryState = { under }
  if (context.replyTo !== undefined) state.reply = context.replyTo.id
  if (context.quoted !== undefined) state.quote = context.quoted.id
  navigate(COMPOSE, state)
}

export function closeCompose(): void {
  navigate((history.state as HistoryState | null)?.under ?? '/home')
}

export function useRoute(): Route {
  return useAddress(readRoute)
}
