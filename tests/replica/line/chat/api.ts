// The chat's requests.
import { post, postJson } from '../../shared/request.ts'
import { account } from '../account.ts'

const BOT = `/api/v1/bots/${account.bot}`
const HEADERS = { 'x-xsrf-token': 'replica', 'x-oa-chat-client-version': '20270101000000' }
let sends = 0

function sendId(chat: string): string {
  return `${chat}_${++sends}`
}

export function sendText(chat: string, text: string): Promise<unknown> {
  return postJson(`${BOT}/chats/${chat}/messages/send`, { type: 'textV2', text, sendId: sendId(chat) }, HEADERS)
}

export function scheduleText(chat: string, text: string, scheduledAt: number): Promise<unknown> {
  const message = { id: sendId(chat), type: 'textV2', text }
  return postJson(`${BOT}/chats/${chat}/messages/scheduled`, { message, scheduledAt }, HEADERS)
}

export function sendFile(chat: string, file: File): Promise<unknown> {
  const body = new FormData()
  body.append('file', file)
  body.append('sendId', sendId(chat))
  return post(`${BOT}/chats/${chat}/messages/sendFile`, body, HEADERS)
}
