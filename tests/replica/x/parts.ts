// The parts of what is being composed: one, or several in a thread.
import type { EditorState } from 'draft-js'
import { textOf } from '../shared/draft.ts'
import type { Media } from '../shared/media.ts'
import { createScheduledTweet, createTweet, describeMedia } from './api.ts'
import { isBlank, newState } from './text.ts'
import type { Compose } from './route.ts'

export interface Part {
  key: number
  state: EditorState
  media: (Media & { alt?: string })[]
}

let nextKey = 0

export function newPart(text = ''): Part {
  return { key: nextKey++, state: newState(text), media: [] }
}

export function isEmpty(part: Part): boolean {
  return isBlank(part.state) && part.media.length === 0
}

export interface SentPost {
  id: string
  text: string
  scheduled: boolean
}

/** A thread that broke off: what had been sent before the request that failed. */
export class SendError extends Error {
  readonly sent: SentPost[]

  constructor(sent: SentPost[], cause: unknown) {
    super('CreateTweet', { cause })
    this.sent = sent
  }
}

/**
 * Publishes the parts in order, each as a reply to the one before; with `at`, in seconds since 1970, later, which is
 * for one part only. Throws SendError.
 */
export async function sendParts(parts: Part[], context: Compose, at?: number): Promise<SentPost[]> {
  const sent: SentPost[] = []
  for (const part of parts) {
    const text = textOf(part.state)
    try {
      const mediaIds = part.media.map((one) => one.id)
      for (const { id, alt = '' } of part.media) if (alt !== '') await describeMedia(id, alt)
      const id =
        at === undefined
          ? await createTweet({
              text,
              replyTo: sent.at(-1)?.id ?? context.replyTo?.id,
              attachmentUrl: sent.length === 0 && context.quoted !== undefined ? addressOf(context.quoted) : undefined,
              mediaIds,
            })
          : await createScheduledTweet(text, mediaIds, at)
      sent.push({ id, text, scheduled: at !== undefined })
    } catch (error) {
      throw new SendError(sent, error)
    }
  }
  return sent
}

function addressOf({ id, author }: NonNullable<Compose['quoted']>): string {
  return `https://${location.host}/${author.handle}/status/${id}`
}
