// GraphQL as Meta's pages send it: a form. Rotating ids and tokens are made up.
import { postForm } from '../request.ts'

/** `actor`: who acts, a page or a person. `user`: who is logged in. */
export interface Identity {
  actor: string
  user: string
}

export function relay(operation: string, variables: object, { actor, user }: Identity, path = '/api/graphql/'): Promise<unknown> {
  return postForm(
    path,
    {
      av: actor,
      __user: user,
      fb_dtsg: 'replica:0:0',
      lsd: 'replica',
      fb_api_caller_class: 'RelayModern',
      fb_api_req_friendly_name: operation,
      variables: JSON.stringify(variables),
      server_timestamps: 'true',
      doc_id: '9000000000000001',
    },
    { 'x-fb-friendly-name': operation, 'x-fb-lsd': 'replica' },
  )
}
