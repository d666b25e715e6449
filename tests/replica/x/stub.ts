// x.com as the tests' server has it.
import { readForm, readJson } from '../shared/body.ts'
import { addressed, MALFORMED, type Keep, type Site, type StubAnswer, type StubRequest } from '../shared/stub.ts'

const GRAPHQL = /^\/i\/api\/graphql\/[\w-]+\/(\w+)$/
const REST = /^\/i\/api\/1\.1\/(media\/metadata\/create|account\/update_profile)\.json$/
const FIRST_ID = 1990400000000000001n

export const x: Site = {
  name: 'x',
  hosts: ['x.com', 'twitter.com'],
  // As strict as X's where it matters here: no WebAssembly, no eval, no foreign host, Trusted Types.
  contentSecurityPolicy: (nonce) => [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "frame-src 'self'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ],
  endpoints: (keep) => (request) => {
    const operation = GRAPHQL.exec(request.url.pathname)?.[1]
    return operation === undefined ? rest(request, keep) : graphql(operation, request, keep)
  },
}

function graphql(operation: string, request: StubRequest, keep: Keep): StubAnswer {
  if (request.method !== 'POST') return { status: 405, body: {} }
  const variables = readJson(request.body)?.['variables'] as Record<string, unknown> | undefined
  if (variables === undefined) return MALFORMED
  const before = keep({ ...addressed(request), operation, variables })
  const id = String(FIRST_ID + BigInt(before))
  return { status: 200, body: { data: answerTo(operation, id) } }
}

function answerTo(operation: string, id: string): object {
  switch (operation) {
    case 'CreateTweet':
      return { create_tweet: { tweet_results: { result: { rest_id: id } } } }
    case 'CreateScheduledTweet':
      return { tweet: { rest_id: id } }
    default:
      return {}
  }
}

function rest(request: StubRequest, keep: Keep): StubAnswer | null {
  const operation = REST.exec(request.url.pathname)?.[1]
  if (operation === undefined) return null
  const variables = operation === 'account/update_profile' ? readForm(request.body) : readJson(request.body)
  if (variables === null) return MALFORMED
  keep({ ...addressed(request), operation, variables })
  return { status: 200, body: {} }
}
