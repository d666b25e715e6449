// Answers for x.com and twitter.com: the replica's page, its bundles and X's GraphQL endpoints.
// A plain function from request to response, so that any server or router can carry it.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

export const HOSTS = ['x.com', 'twitter.com']

export interface ReplicaRequest {
  method: string
  url: string
  /** Names in lower case. */
  headers: Record<string, string>
  body: string | null
}

export interface ReplicaResponse {
  status: number
  headers: Record<string, string>
  body: string
}

/** A GraphQL request that reached the server: what would now be public. */
export interface Posted {
  operation: string
  host: string
  variables: Record<string, unknown>
}

export interface Replica {
  handle: (request: ReplicaRequest) => ReplicaResponse
  /** In the order of arrival. */
  posted: Posted[]
}

// From the repository's root, where everything runs: a scene is bundled, so its own address tells nothing.
const ASSETS = 'target/replica/x/'
const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' }
const GRAPHQL = /^\/i\/api\/graphql\/[\w-]+\/(\w+)$/
const FIRST_ID = 1990400000000000001n

/** X's policy, as strict as it matters here: no WebAssembly, no eval, no foreign host, Trusted Types. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "frame-src 'self'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
}

/** Throws when the bundles are missing: `node tests/replica/build.mjs` makes them. */
export function createReplica(): Replica {
  if (!existsSync(`${ASSETS}index.html`)) throw new Error('no replica: run `node tests/replica/build.mjs`')
  const posted: Posted[] = []

  const handle = ({ method, url, body }: ReplicaRequest): ReplicaResponse => {
    const { host, pathname, searchParams } = new URL(url)
    if (!HOSTS.includes(host)) return plain(421, host)

    const operation = GRAPHQL.exec(pathname)?.[1]
    if (operation !== undefined) {
      if (method !== 'POST') return plain(405, method)
      return answer(operation, host, body)
    }
    if (method !== 'GET') return plain(405, method)

    const asset = /^\/assets\/([\w-]+)\.(css|js)$/.exec(pathname)
    if (asset === null) return app(searchParams.get('hostile')?.split(',') ?? [])
    const file = `${ASSETS}${asset[1]}.${asset[2]}`
    if (!existsSync(file)) return plain(404, pathname)
    return { status: 200, headers: { 'content-type': TYPES[asset[2] as 'css' | 'js'] }, body: readFileSync(file, 'utf8') }
  }

  const answer = (operation: string, host: string, body: string | null): ReplicaResponse => {
    const variables = readVariables(body)
    if (variables === null) return plain(400, 'malformed body')
    const id = String(FIRST_ID + BigInt(posted.length))
    posted.push({ operation, host, variables })
    const data = operation === 'CreateTweet' ? { create_tweet: { tweet_results: { result: { rest_id: id } } } } : {}
    return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify({ data }) }
  }

  return { handle, posted }
}

function app(hostile: string[]): ReplicaResponse {
  const nonce = randomBytes(16).toString('base64')
  const head = hostile.includes('early-capture')
    ? `<script nonce="${nonce}">${readFileSync(`${ASSETS}early-capture.js`, 'utf8')}</script>`
    : ''
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-frame-options': 'DENY',
    },
    body: readFileSync(`${ASSETS}index.html`, 'utf8')
      .replaceAll('{{nonce}}', nonce)
      .replace('<!--head-->', () => head),
  }
}

function readVariables(body: string | null): Record<string, unknown> | null {
  try {
    const parsed = JSON.parse(body ?? '') as { variables?: Record<string, unknown> } | null
    return parsed?.variables ?? null
  } catch {
    return null
  }
}

function plain(status: number, body: string): ReplicaResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body }
}
