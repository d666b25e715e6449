// Meta's GraphQL endpoint as the tests' server has it.
import { readForm, readJson } from '../body.ts'
import { addressed, MALFORMED, type Keep, type StubAnswer, type StubRequest } from '../stub.ts'

/** Answers null where the request is none of GraphQL. */
export function graphql(request: StubRequest, keep: Keep): StubAnswer | null {
  const path = request.url.pathname
  if (path !== '/api/graphql/' && path !== '/api/graphql') return null
  const { variables: written, fb_api_req_friendly_name: operation, ...fields } = readForm(request.body)
  const variables = readJson(written ?? null)
  if (operation === undefined || variables === null) return MALFORMED
  const before = keep({ ...addressed(request), operation, variables, fields })
  return { status: 200, body: { data: { id: String(122100000000001 + before) } } }
}
