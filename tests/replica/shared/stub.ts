// What a site's server is to the tests: a policy for its pages, and endpoints that keep what reaches them.
// Plain functions: this runs in Node, beside the tests.

export interface StubRequest {
  method: string
  url: URL
  /** Names in lower case. */
  headers: Record<string, string>
  body: string | null
}

export interface StubAnswer {
  status: number
  /** Sent as JSON. */
  body: unknown
}

/** A request that reached a server: what would now be public, or kept there. */
export interface Posted {
  /** The GraphQL operation; else the endpoint's path below what names the account. */
  operation: string
  host: string
  path: string
  /** The request's content type. Instagram sends JSON as a form. */
  type: string
  /** GraphQL variables; else the body, parsed. */
  variables: Record<string, unknown>
  /** The form's other fields, where GraphQL goes as a form. */
  fields: Record<string, string>
}

export interface Site {
  /** Its folder under target/replica/. */
  name: string
  hosts: string[]
  contentSecurityPolicy: (nonce: string) => string[]
  /** Makes a server without a past. It answers null where it has no endpoint: that is a page. */
  endpoints: (keep: (one: Posted) => number) => (request: StubRequest) => StubAnswer | null
}

/** Keeps a request and answers with how many came before it. */
export type Keep = Parameters<Site['endpoints']>[0]

export const MALFORMED: StubAnswer = { status: 400, body: { error: 'malformed body' } }

/** What is true of a request whatever its body. */
export function addressed({ url, headers }: StubRequest): Pick<Posted, 'host' | 'path' | 'type' | 'fields'> {
  return { host: url.host, path: url.pathname, type: headers['content-type'] ?? '', fields: {} }
}
