// www.facebook.com and business.facebook.com as the tests' server has them.
import { readForm } from '../shared/body.ts'
import { graphql } from '../shared/meta/stub.ts'
import { addressed, type Site } from '../shared/stub.ts'

export const facebook: Site = {
  name: 'facebook',
  hosts: ['www.facebook.com', 'business.facebook.com'],
  contentSecurityPolicy: (nonce) => [
    "default-src data: blob: 'self' https://*.fbsbx.com *.facebook.com *.fbcdn.net",
    `script-src *.facebook.com *.fbcdn.net 'nonce-${nonce}' blob: 'self'`,
    "style-src *.fbcdn.net data: *.facebook.com 'unsafe-inline'",
    "connect-src *.facebook.com facebook.com *.fbcdn.net wss://*.facebook.com:* 'self'",
    "img-src 'self' data: blob: *.fbcdn.net *.facebook.com",
    "object-src 'none'",
    "frame-src *.facebook.com *.fbsbx.com data:",
    'block-all-mixed-content',
  ],
  endpoints: (keep) => (request) => {
    if (request.url.pathname === '/messaging/send/') {
      const variables = readForm(request.body)
      keep({ ...addressed(request), operation: 'messaging/send', variables })
      return { status: 200, body: {} }
    }
    return graphql(request, keep)
  },
}
