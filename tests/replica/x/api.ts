// X's requests, in X's shape. Rotating ids are made up.
import { postJson } from '../shared/request.ts'

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
