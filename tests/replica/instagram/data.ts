// The people and posts of the replica. All are made up.
import type { Drawn } from '../shared/meta/parts.tsx'

export interface User extends Drawn {
  id: string
  handle: string
  name: string
}

/** Who is logged in. */
export const account: User = { id: '17841400000000001', handle: 'nagasaki_koho', name: '長崎市広報デモ', colour: '#0f5f8c', sign: '長' }

const festival: User = { id: '17841400000000002', handle: 'minato_demo', name: '港まつり実行委員会', colour: '#b3365b', sign: '祭' }
const citizen: User = { id: '17841400000000003', handle: 'hana_demo', name: 'はな', colour: '#8365b0', sign: '花' }

export interface Post {
  id: string
  author: User
  caption: string
  age: string
  /** Address of the picture; none: it is drawn. */
  picture?: string | undefined
}

export const feed: Post[] = [
  { id: '3400000000000000001', author: festival, caption: '今週末は港まつりです🎆 #港まつり', age: '2時間' },
  { id: '3400000000000000002', author: citizen, caption: '坂の上から。', age: '5時間' },
]

export interface Thread {
  id: string
  with: User
  messages: { own: boolean; text: string }[]
}

export const threads: Thread[] = [
  { id: '17000000000000001', with: citizen, messages: [{ own: false, text: '写真を使ってもらえますか？' }] },
  { id: '17000000000000002', with: festival, messages: [{ own: false, text: '会場図を送ります。' }] },
]
