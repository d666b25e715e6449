import { useAddress } from '../shared/address.ts'
import { page } from './data.ts'

export type Route = { kind: 'feed' } | { kind: 'page' } | { kind: 'messages'; thread: string }

function readRoute(): Route {
  const [, first, , thread] = location.pathname.split('/')
  if (first === 'messages') return { kind: 'messages', thread: thread ?? '' }
  return first === page.vanity ? { kind: 'page' } : { kind: 'feed' }
}

export function useRoute(): Route {
  return useAddress(readRoute)
}
