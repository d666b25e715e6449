// LINE's servers for official accounts as the tests' server has them.
import { readJson, readMultipart } from '../shared/body.ts'
import { addressed, MALFORMED, type Keep, type Site, type StubAnswer, type StubRequest } from '../shared/stub.ts'

const CHAT = /^\/api\/v1\/bots\/U\w{32}\/chats\/(U\w{32})\/(messages\/\w+)$/
const MANAGER = /^\/api\/bots\/@[\w.-]+\/(broadcasts(?:\/v2)?|message\/test)$/
const VOOM = /^\/api\/accounts\/@[\w.-]+\/(posts)$/

const MOST_SENDS = 20
const SENDS_MS = 60_000

export const line: Site = {
  name: 'line',
  hosts: ['manager.line.biz', 'chat.line.biz', 'voom-studio.line.biz'],
  // Unverified: as strict as the others.
  contentSecurityPolicy: (nonce) => [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' https://*.line-scdn.net`,
    "style-src 'self' 'unsafe-inline' https://*.line-scdn.net",
    "connect-src 'self' https://*.line.biz https://*.line-apps.com",
    "img-src 'self' data: blob: https://*.line-scdn.net",
    "object-src 'none'",
    "base-uri 'self'",
  ],
  endpoints: (keep) => {
    const limit = newLimit()
    return (request) => chat(request, keep, limit) ?? json(MANAGER, request, keep) ?? json(VOOM, request, keep)
  },
}

/** Tells whether another message may go to a chat. */
type Limit = (chat: string) => boolean

function newLimit(): Limit {
  const sends = new Map<string, number[]>()
  return (chat) => {
    const now = Date.now()
    const recent = (sends.get(chat) ?? []).filter((at) => now - at < SENDS_MS)
    if (recent.length >= MOST_SENDS) return false
    sends.set(chat, [...recent, now])
    return true
  }
}

function chat(request: StubRequest, keep: Keep, limit: Limit): StubAnswer | null {
  const [, chatId = '', operation = ''] = CHAT.exec(request.url.pathname) ?? []
  if (operation === '') return null
  if (!limit(chatId)) return { status: 429, body: { code: 'too_many_requests' } }
  const type = request.headers['content-type'] ?? ''
  const variables = type.startsWith('multipart/') ? readMultipart(type, request.body) : readJson(request.body)
  if (variables === null) return MALFORMED
  keep({ ...addressed(request), operation, variables })
  return { status: 200, body: {} }
}

function json(endpoint: RegExp, request: StubRequest, keep: Keep): StubAnswer | null {
  const operation = endpoint.exec(request.url.pathname)?.[1]
  if (operation === undefined) return null
  const variables = readJson(request.body)
  if (variables === null) return MALFORMED
  return { status: 200, body: { id: keep({ ...addressed(request), operation, variables }) + 1 } }
}
