// The manager's requests. What `status` and `immediate` are for each way of sending is partly unverified.
import { postJson } from '../../shared/request.ts'
import { account } from '../account.ts'
import { oldEndpoint } from '../options.ts'

const BOT = `/api/bots/${account.basicId}`
const HEADERS = { 'x-xsrf-token': 'replica', 'x-botcms-scriptrevision': '1' }

export interface Balloon {
  key: number
  text: string
  /** Name of a picture, which stands in place of text. */
  picture: string
}

export interface Broadcast {
  balloons: Balloon[]
  /** Seconds since 1970; undefined: at once. */
  scheduled: number | undefined
  withTimeline: boolean
  targeting: 'ALL' | 'FILTERED'
}

export function sendBroadcast(broadcast: Broadcast): Promise<unknown> {
  return saveBroadcast('SCHEDULED', broadcast)
}

export function saveDraft(broadcast: Broadcast): Promise<unknown> {
  return saveBroadcast('DRAFTED', broadcast)
}

export function sendTest(target: 'SELF' | 'ALL', { balloons }: Broadcast): Promise<unknown> {
  const body = { target, balloons: balloons.map(written), membershipTargeting: null }
  return postJson(`${BOT}/message/test`, body, HEADERS)
}

function saveBroadcast(status: string, { balloons, scheduled, withTimeline, targeting }: Broadcast): Promise<unknown> {
  const body = {
    status,
    immediate: scheduled === undefined,
    scheduledDate: scheduled ?? null,
    withTimeline,
    targetingType: targeting,
    balloons: balloons.map(written),
  }
  return postJson(`${BOT}/broadcasts${oldEndpoint ? '' : '/v2'}`, body, HEADERS)
}

function written({ text, picture, key }: Balloon) {
  return picture === ''
    ? { contentType: 'TEXT', text, emojis: [], updateToken: String(key) }
    : { contentType: 'IMAGE', contentHash: picture, updateToken: String(key) }
}
