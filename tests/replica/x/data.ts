// The people and posts of the replica. All are made up; every handle but the account's ends in "_demo".

export interface User {
  name: string
  handle: string
  /** CSS colour of the drawn avatar. */
  colour: string
  /** One character, drawn on the avatar. */
  sign: string
  /** The grey mark that X gives to government accounts. */
  official?: boolean
}

export interface Tweet {
  id: string
  author: User
  text: string
  /** As shown, e.g. `3時間`. */
  age: string
  replies: number
  reposts: number
  likes: number
  quoted?: Tweet
  replyTo?: Tweet
}

/** What its owner can change. */
export interface Profile {
  name: string
  description: string
  location: string
  url: string
}

export interface Conversation {
  id: string
  with: User
  messages: { own: boolean; text: string }[]
}

/** Who is logged in. */
export const account: User = {
  name: '長崎市広報デモ',
  handle: 'nagasaki_koho',
  colour: '#0f5f8c',
  sign: '長',
  official: true,
}

const weather: User = { name: '県内の天気デモ', handle: 'xtenki_demo', colour: '#d98324', sign: '晴', official: true }
const festival: User = { name: '港まつり実行委員会', handle: 'minato_demo', colour: '#b3365b', sign: '祭' }
const library: User = { name: '市立図書館デモ', handle: 'toshokan_demo', colour: '#3f7d4f', sign: '本', official: true }
const citizen: User = { name: 'はな', handle: 'hana_demo', colour: '#8365b0', sign: '花' }
const tram: User = { name: '路面電車ファン', handle: 'xdensha_demo', colour: '#5b6770', sign: '電' }

export const profile: Profile = {
  name: account.name,
  description: '市政やイベントのお知らせを発信するデモ用アカウントです。',
  location: '長崎県',
  url: 'https://www.city.nagasaki.example/',
}

export const conversations: Conversation[] = [
  { id: '1990300000000000101-2', with: citizen, messages: [{ own: false, text: '臨時バスのことで質問があります。' }] },
  { id: '1990300000000000102-2', with: festival, messages: [{ own: false, text: '会場図を送ります。' }] },
]

/** Offered by the @-typeahead. */
export const users: User[] = [weather, festival, library, citizen, tram, account]

export const timeline: Tweet[] = [
  {
    id: '1990300000000000001',
    author: festival,
    text: '今週末は港まつりです🎆\n花火は土曜日の20時から。会場の周りは混み合いますので、路面電車やバスでお越しください。 #港まつり',
    age: '2時間',
    replies: 3,
    reposts: 48,
    likes: 126,
  },
  {
    id: '1990300000000000002',
    author: citizen,
    text: '@nagasaki_koho 土曜日の臨時バスは何時まで動いていますか？',
    age: '3時間',
    replies: 1,
    reposts: 0,
    likes: 4,
  },
  {
    id: '1990300000000000003',
    author: weather,
    text: 'あすの県内は高気圧に覆われて、おおむね晴れる見込みです☀️ 朝は冷え込みますので、暖かくしてお出かけください。',
    age: '5時間',
    replies: 0,
    reposts: 21,
    likes: 73,
  },
  {
    id: '1990300000000000004',
    author: library,
    text: '【おはなし会】日曜日の10時30分から、2階の児童コーナーで絵本の読み聞かせをします。申し込みは要りません。',
    age: '8時間',
    replies: 2,
    reposts: 9,
    likes: 31,
  },
  {
    id: '1990300000000000005',
    author: tram,
    text: '坂の上の停留場から。夕方の光がきれいでした🚃',
    age: '11時間',
    replies: 4,
    reposts: 17,
    likes: 208,
  },
  {
    id: '1990300000000000006',
    author: festival,
    text: '出店の募集は締め切りました。たくさんのお申し込み、ありがとうございました。',
    age: '1日',
    replies: 0,
    reposts: 5,
    likes: 22,
  },
]

/** Headings of the right-hand column. */
export const trends = [
  { context: '日本のトレンド', name: '#港まつり', count: '1,284件のポスト' },
  { context: '天気・トレンド', name: '晴れの予報', count: '3,502件のポスト' },
  { context: '日本のトレンド', name: '読み聞かせ', count: '962件のポスト' },
]

export function findTweet(id: string): Tweet | undefined {
  return timeline.find((tweet) => tweet.id === id)
}
