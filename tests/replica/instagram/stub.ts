// www.instagram.com as the tests' server has it, and the host that takes uploads.
import { readForm, readJson } from '../shared/body.ts'
import { graphql } from '../shared/meta/stub.ts'
import { addressed, MALFORMED, type Keep, type Site, type StubAnswer, type StubRequest } from '../shared/stub.ts'

const CONFIGURE = /^\/api\/v1\/media\/(configure(?:_to_clips|_sidecar)?)\/$/
const COMMENT = /^\/api\/v1\/web\/comments\/\d+\/add\/$/
const UPLOADS = 'i.instagram.com'

export const instagram: Site = {
  name: 'instagram',
  hosts: ['www.instagram.com', UPLOADS],
  contentSecurityPolicy: (nonce) => [
    "default-src 'self' https://*.fbsbx.com *.instagram.com *.cdninstagram.com",
    `script-src *.instagram.com *.cdninstagram.com *.fbcdn.net 'nonce-${nonce}' blob: 'self'`,
    "style-src *.cdninstagram.com *.instagram.com data: 'unsafe-inline'",
    "connect-src *.instagram.com *.cdninstagram.com wss://*.instagram.com:* 'self'",
    "img-src 'self' data: blob: *.cdninstagram.com *.instagram.com",
    "media-src 'self' data: blob: *.cdninstagram.com",
    "object-src 'none'",
    'block-all-mixed-content',
  ],
  endpoints: (keep) => (request) => {
    // An upload alone is not public; its preflight comes first.
    if (request.url.host === UPLOADS) return { status: 200, body: { status: 'ok' } }
    return media(request, keep) ?? comment(request, keep) ?? graphql(request, keep)
  },
}

function media(request: StubRequest, keep: Keep): StubAnswer | null {
  const operation = CONFIGURE.exec(request.url.pathname)?.[1]
  if (operation === undefined) return null
  const variables = operation === 'configure_sidecar' ? readJson(request.body) : readForm(request.body)
  if (variables === null || !('caption' in variables)) return MALFORMED
  const before = keep({ ...addressed(request), operation, variables })
  return { status: 200, body: { media: { pk: String(3500000000001 + before) }, status: 'ok' } }
}

function comment(request: StubRequest, keep: Keep): StubAnswer | null {
  if (!COMMENT.test(request.url.pathname)) return null
  keep({ ...addressed(request), operation: 'web/comments/add', variables: readForm(request.body) })
  return { status: 200, body: { status: 'ok' } }
}
