// The people, pages and posts of the replica. All are made up.

import type { Drawn } from '../shared/meta/parts.tsx'

export interface Profile extends Drawn {
  id: string
  name: string
  /** The last part of its address. */
  vanity: string
}

export interface Comment {
  author: Profile
  text: string
}

export interface Post {
  /** Names the post where one comments on it. */
  feedback: string
  author: Profile
  text: string
  age: string
  comments: Comment[]
  media?: string[]
}

export const page: Profile = { id: '100090000000001', name: '長崎市広報デモ', vanity: 'nagasaki.koho', colour: '#0f5f8c', sign: '長' }

/** Who is logged in, and acts for the page or in their own name. */
export const person: Profile = { id: '100000000000042', name: '広報 担当デモ', vanity: 'koho.demo', colour: '#6d7a3f', sign: '広' }

const festival: Profile = { id: '100090000000002', name: '港まつり実行委員会デモ', vanity: 'minato.demo', colour: '#b3365b', sign: '祭' }
const library: Profile = { id: '100090000000003', name: '市立図書館デモ', vanity: 'toshokan.demo', colour: '#3f7d4f', sign: '本' }
const citizen: Profile = { id: '100000000000077', name: 'はなデモ', vanity: 'hana.demo', colour: '#8365b0', sign: '花' }

export const friends = [festival, library, citizen]

export interface Thread {
  id: string
  with: Profile
  messages: { own: boolean; text: string }[]
}

export const threads: Thread[] = [
  { id: '7000000000000001', with: citizen, messages: [{ own: false, text: '土曜日の臨時バスは何時まで動いていますか？' }] },
  { id: '7000000000000002', with: festival, messages: [{ own: false, text: '会場図を送ります。' }, { own: true, text: 'ありがとうございます。' }] },
]

export const feed: Post[] = [
  {
    feedback: 'ZmVlZGJhY2s6MTIyMTAwMDAwMDAwMDAx',
    author: festival,
    text: '今週末は港まつりです🎆\n花火は土曜日の20時から。路面電車やバスでお越しください。 #港まつり',
    age: '2時間',
    comments: [{ author: citizen, text: '楽しみにしています。' }],
  },
  {
    feedback: 'ZmVlZGJhY2s6MTIyMTAwMDAwMDAwMDAy',
    author: library,
    text: '【おはなし会】日曜日の10時30分から、2階の児童コーナーで絵本の読み聞かせをします。',
    age: '8時間',
    comments: [],
  },
]
