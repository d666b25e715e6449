// Facebook's requests.
import type { Media } from '../shared/media.ts'
import { relay, type Identity } from '../shared/meta/graphql.ts'
import { postForm } from '../shared/request.ts'
import { person, type Profile } from './data.ts'

function identity(actor: Profile): Identity {
  return { actor: actor.id, user: person.id }
}

export function createStory(actor: Profile, text: string, media: Media[], audience: string): Promise<unknown> {
  return relay(
    'ComposerStoryCreateMutation',
    {
      input: {
        composer_entry_point: 'inline_composer',
        composer_source_surface: 'newsfeed',
        source: 'WWW',
        audience: { privacy: { allow: [], base_state: audience, deny: [], tag_expansion_state: 'UNSPECIFIED' } },
        message: { ranges: [], text },
        attachments: media.map(({ id, kind }) => (kind === 'image' ? { photo: { id } } : { video: { id } })),
        actor_id: actor.id,
        client_mutation_id: '1',
      },
      feedLocation: 'NEWSFEED',
    },
    identity(actor),
  )
}

export function createComment(actor: Profile, feedback: string, text: string): Promise<unknown> {
  return relay(
    'useCometUFICreateCommentMutation',
    {
      feedLocation: 'NEWSFEED',
      input: {
        feedback_id: feedback,
        message: { ranges: [], text },
        attachments: [],
        actor_id: actor.id,
        client_mutation_id: '1',
      },
    },
    identity(actor),
  )
}

/** Unverified: how today's Messenger sends is unknown, and much of it is end-to-end encrypted. */
export function sendMessage(actor: Profile, thread: string, text: string): Promise<unknown> {
  return postForm('/messaging/send/', { action_type: 'ma-type:user-generated-message', body: text, thread_fbid: thread, av: actor.id })
}
