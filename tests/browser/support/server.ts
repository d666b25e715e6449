// Answers for the sites: the replicas' pages, their bundles and the endpoints that publish.
// A plain function from request to response, so that any server or router can carry it.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { facebook } from '../../replica/facebook/stub.ts'
import { instagram } from '../../replica/instagram/stub.ts'
import { line } from '../../replica/line/stub.ts'
import type { Posted, Site, StubAnswer } from '../../replica/shared/stub.ts'
import { x } from '../../replica/x/stub.ts'

export type { Posted }

const SITES: Site[] = [x, facebook, instagram, line]

export const HOSTS = SITES.flatMap(({ hosts }) => hosts)

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

export interface Replica {
  handle: (request: ReplicaRequest) => ReplicaResponse
  /** In the order of arrival. */
  posted: Posted[]
}

// From the repository's root, where everything runs: a scene is bundled, so its own address tells nothing.
const BUILT = 'target/replica'
const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' }

/** Throws when the bundles are missing: `node tests/replica/build.mjs` makes them. */
export function createReplica(): Replica {
  for (const { name } of SITES) {
    if (!existsSync(`${BUILT}/${name}/index.html`)) throw new Error('no replica: run `node tests/replica/build.mjs`')
  }
  const posted: Posted[] = []
  const keep = (one: Posted) => posted.push(one) - 1
  const servers = SITES.map((site) => ({ site, endpoints: site.endpoints(keep) }))

  const handle = ({ method, url: address, headers, body }: ReplicaRequest): ReplicaResponse => {
    const url = new URL(address)
    const server = servers.find(({ site }) => site.hosts.includes(url.host))
    if (server === undefined) return plain(421, url.host)

    const answer = server.endpoints({ method, url, headers, body })
    if (answer !== null) return json(answer, headers['origin'])
    if (method !== 'GET') return plain(405, method)

    const { site } = server
    const asset = /^\/assets\/([\w-]+)\.(css|js)$/.exec(url.pathname)
    if (asset === null) return page(site, url.searchParams.get('hostile')?.split(',') ?? [])
    const file = `${BUILT}/${site.name}/${asset[1]}.${asset[2]}`
    if (!existsSync(file)) return plain(404, url.pathname)
    return { status: 200, headers: { 'content-type': TYPES[asset[2] as 'css' | 'js'] }, body: readFileSync(file, 'utf8') }
  }

  return { handle, posted }
}

function page({ name, contentSecurityPolicy }: Site, hostile: string[]): ReplicaResponse {
  const nonce = randomBytes(16).toString('base64')
  const early = `${BUILT}/${name}/early-capture.js`
  const head =
    hostile.includes('early-capture') && existsSync(early)
      ? `<script nonce="${nonce}">${readFileSync(early, 'utf8')}</script>`
      : ''
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce).join('; '),
      'x-frame-options': 'DENY',
    },
    body: readFileSync(`${BUILT}/${name}/index.html`, 'utf8')
      .replaceAll('{{nonce}}', nonce)
      .replace('<!--head-->', () => head),
  }
}

function json({ status, body }: StubAnswer, origin: string | undefined): ReplicaResponse {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      // Instagram sends pictures to another host of its own.
      ...(origin === undefined ? {} : { 'access-control-allow-origin': origin, 'access-control-allow-headers': '*' }),
    },
    body: JSON.stringify(body),
  }
}

function plain(status: number, body: string): ReplicaResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body }
}
