// X's requests, in X's shape. Rotating ids are made up.
import { postForm, postJson } from '../shared/request.ts'
import type { Profile } from './data.ts'

const QUERY_ID = 'r3pl1caQu3ryId-0000A'

export interface NewPost {
  text: string
  replyTo?: string | undefined
  /** Address of the quoted post. */
  attachmentUrl?: string | undefined
  mediaIds: string[]
}

/** Publishes one post and returns its id. Rejects when the request fails or is refused. */
export async function createTweet(post: NewPost): Promise<string> {
  const answer = await graphql('CreateTweet', {
    tweet_text: post.text,
    ...(post.replyTo === undefined
      ? {}
      : { reply: { in_reply_to_tweet_id: post.replyTo, exclude_reply_user_ids: [] } }),
    ...(post.attachmentUrl === undefined ? {} : { attachment_url: post.attachmentUrl }),
    dark_request: false,
    media: {
      media_entities: post.mediaIds.map((id) => ({ media_id: id, tagged_users: [] })),
      possibly_sensitive: false,
    },
    semantic_annotation_ids: [],
    disallowed_reply_options: null,
  })
  const { data } = answer as { data: { create_tweet: { tweet_results: { result: { rest_id: string } } } } }
  return data.create_tweet.tweet_results.result.rest_id
}

/** Publishes a post later. `at`: seconds since 1970. */
export async function createScheduledTweet(text: string, mediaIds: string[], at: number): Promise<string> {
  const answer = await graphql('CreateScheduledTweet', {
    post_tweet_request: { auto_populate_reply_metadata: false, status: text, exclude_reply_user_ids: [], media_ids: mediaIds },
    execute_at: at,
  })
  return (answer as { data: { tweet: { rest_id: string } } }).data.tweet.rest_id
}

/** Tells what a picture shows; X does so before it publishes. */
export async function describeMedia(id: string, alt: string): Promise<void> {
  await postJson('/i/api/1.1/media/metadata/create.json', { media_id: id, alt_text: { text: alt } })
}

/**
 * Chat is end-to-end encrypted: nobody but the page sees the text. This cipher is a stand-in that tests can take off.
 * The operation's name is unverified.
 */
export async function sendChat(conversation: string, text: string): Promise<void> {
  const event = JSON.stringify({ conversation_id: conversation, text })
  const sealed = btoa(String.fromCharCode(...new TextEncoder().encode(event).map((byte) => byte ^ CHAT_KEY)))
  await graphql('SendMessageMutation', { encoded_message_create_event: sealed, encoded_message_event_signature: 'replica' })
}

const CHAT_KEY = 0x5a

/** Unverified: the address and its fields. */
export async function updateProfile({ name, description, location, url }: Profile): Promise<void> {
  await postForm('/i/api/1.1/account/update_profile.json', { name, description, location, url })
}

/** Saves a draft, which is not a publication. */
export async function createDraft(text: string): Promise<void> {
  await graphql('CreateDraftTweet', {
    post_tweet_request: { auto_populate_reply_metadata: false, status: text, exclude_reply_user_ids: [], media_ids: [] },
  })
}

function graphql(operation: string, variables: object): Promise<unknown> {
  return postJson(
    `/i/api/graphql/${QUERY_ID}/${operation}`,
    {
      variables,
      features: { longform_notetweets_consumption_enabled: true, view_counts_everywhere_api_enabled: true },
      queryId: QUERY_ID,
    },
    { 'x-twitter-active-user': 'yes', 'x-twitter-auth-type': 'OAuth2Session', 'x-twitter-client-language': 'ja' },
  )
}
