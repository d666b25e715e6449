// Business Suite's request. Only a story's sample of it is known: where a post's text and time lie is unverified.
import type { Media } from '../../shared/media.ts'
import { relay } from '../../shared/meta/graphql.ts'
import { page, person } from '../data.ts'

export type Channel = 'FACEBOOK' | 'INSTAGRAM'

const CHANNELS: Record<Channel, string> = { FACEBOOK: 'FACEBOOK_NEWS_FEED', INSTAGRAM: 'INSTAGRAM_POST' }
/** The Instagram account that is linked to the page. */
const INSTAGRAM_ACTOR = '17841400000000001'

export interface BusinessPost {
  text: string
  media: Media[]
  channels: Channel[]
  /** Seconds since 1970; undefined: now. */
  scheduled: number | undefined
}

export function createBusinessPost({ text, media, channels, scheduled }: BusinessPost): Promise<unknown> {
  return relay(
    'BusinessComposerStoryCreationMutation',
    {
      input: {
        client_mutation_id: '1',
        base: {
          actor_id: page.id,
          message: { ranges: [], text },
          attachments: media.map(({ id, kind }) => (kind === 'image' ? { photo: { id } } : { video: { id } })),
          ...(scheduled === undefined ? {} : { unpublished_content_data: { scheduled_publish_time: scheduled } }),
        },
        channels: channels.map((channel) => CHANNELS[channel]),
        identities: channels.map((channel) => (channel === 'FACEBOOK' ? page.id : INSTAGRAM_ACTOR)),
      },
    },
    { actor: page.id, user: person.id },
  )
}
