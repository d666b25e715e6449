// Conversations of the chat. All people are made up.
import { ref } from 'vue'

export interface Message {
  own: boolean
  text: string
  time: string
}

export interface Chat {
  id: string
  name: string
  unread: number
  messages: Message[]
}

export const chats = ref<Chat[]>([
  {
    id: 'U00000000000000000000000000000c01',
    name: 'はなデモ',
    unread: 0,
    messages: [{ own: false, text: '土曜日の臨時バスは何時まで動いていますか？', time: '10:02' }],
  },
  {
    id: 'U00000000000000000000000000000c02',
    name: '港まつりデモ',
    unread: 2,
    messages: [
      { own: true, text: '会場図を受け取りました。', time: '09:15' },
      { own: false, text: 'よろしくお願いします。', time: '09:20' },
    ],
  },
])

export const savedReplies = ['お問い合わせありがとうございます。', '担当課からお電話いたします。']
