import { useAddress } from '../shared/address.ts'

export type Route = { kind: 'feed' } | { kind: 'direct'; thread: string }

function readRoute(): Route {
  const [, first, , thread] = location.pathname.split('/')
  return first === 'direct' ? { kind: 'direct', thread: thread ?? '' } : { kind: 'feed' }
}

export function useRoute(): Route {
  return useAddress(readRoute)
}
