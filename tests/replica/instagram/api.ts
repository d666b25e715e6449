// Instagram's requests.
import type { Media } from '../shared/media.ts'
import { relay } from '../shared/meta/graphql.ts'
import { post, postForm } from '../shared/request.ts'
import { account } from './data.ts'
import { commentsByRest, plainMessages } from './options.ts'

const IDENTITY = { actor: account.id, user: '0' }
const GRAPHQL = '/api/graphql'
const HEADERS = { 'x-ig-app-id': '936619743392459', 'x-csrftoken': 'replica', 'x-requested-with': 'XMLHttpRequest' }

export interface NewPost {
  caption: string
  media: { media: Media; alt: string }[]
  threads: boolean
}

/** Uploads the media, then publishes them with the caption. */
export async function share(given: NewPost): Promise<void> {
  const [first] = given.media
  if (first === undefined) throw new Error('no media')
  await Promise.all(given.media.map(({ media }) => upload(media)))
  // Unverified: how the request names Threads as a second target.
  const threads = given.threads ? { share_to_threads: '1' } : {}
  if (given.media.length > 1) await shareSeveral(given, threads)
  else await shareOne(given.caption, first, threads)
}

async function shareOne(caption: string, { media, alt }: NewPost['media'][number], threads: Record<string, string>): Promise<void> {
  const endpoint = media.kind === 'video' ? 'configure_to_clips' : 'configure'
  const fields = {
    archive_only: 'false',
    caption,
    custom_accessibility_caption: alt,
    disable_comments: '0',
    like_and_view_counts_disabled: '0',
    source_type: 'library',
    upload_id: media.id,
    ...threads,
  }
  await postForm(`/api/v1/media/${endpoint}/`, fields, HEADERS)
}

/** JSON under the content type of a form: so it is. */
async function shareSeveral({ caption, media }: NewPost, threads: Record<string, string>): Promise<void> {
  const body = {
    caption,
    children_metadata: media.map(({ media: { id }, alt }) => ({ upload_id: id, custom_accessibility_caption: alt })),
    client_sidecar_id: '1990300000000',
    disable_comments: '0',
    ...threads,
  }
  await post('/api/v1/media/configure_sidecar/', JSON.stringify(body), {
    'content-type': 'application/x-www-form-urlencoded',
    ...HEADERS,
  })
}

async function upload({ id, kind }: Media): Promise<void> {
  const folder = kind === 'video' ? 'rupload_igvideo' : 'rupload_igphoto'
  await post(`https://i.instagram.com/${folder}/fb_uploader_${id}`, new Blob([id]), {
    'x-entity-name': `fb_uploader_${id}`,
    offset: '0',
  })
}

export function comment(media: string, text: string): Promise<unknown> {
  if (commentsByRest) return postForm(`/api/v1/web/comments/${media}/add/`, { comment_text: text }, HEADERS)
  // Unverified: under which key the text lies.
  return relay('PolarisPostCommentInputRevampedMutation', { data: { media_id: media, comment_text: text } }, IDENTITY, GRAPHQL)
}

export function sendMessage(thread: string, text: string): Promise<unknown> {
  const variables = { ig_thread_igid: thread, offline_threading_id: '7000000000000000001', text: plainMessages ? text : { sensitive_string_value: text } }
  return relay('IGDirectTextSendMutation', variables, IDENTITY, GRAPHQL)
}
