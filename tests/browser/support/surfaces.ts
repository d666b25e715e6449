// Where on the sites one can write, as data: each entry says how to get there and where things stand.
import type { Locator, Page } from '@playwright/test'
import type { Posted } from '../../replica/shared/stub.ts'
import type { Model } from '../../replica/shared/window.ts'

export interface Surface {
  name: string
  /** Kakunin's word for it. */
  kind: 'post' | 'reply' | 'quote' | 'comment' | 'direct-message' | 'broadcast' | 'chat' | 'profile'
  /**
   * Goes there. `query` is a query string without the "?", as `draft=…` or `hostile=…`. The editor is drawn when
   * this resolves; it has the focus only where X gives it.
   */
  open: (page: Page, query?: string) => Promise<void>
  /** All of the compose box. */
  scope: (page: Page) => Locator
  /** The editor of a part, counted from 0. */
  editor: (page: Page, part?: number) => Locator
  send: (page: Page) => Locator
}

/** The post that the reply and quote surfaces answer to. */
export const ANSWERED = { id: '1990300000000000002', handle: 'hana_demo' }

const dialog = (page: Page) => page.getByRole('dialog')
const inlineBox = (page: Page) => page.locator('.composer-inline')

function part(scope: (page: Page) => Locator) {
  return (page: Page, index = 0) => scope(page).getByTestId(`tweetTextarea_${index}`)
}

function address(path: string, query: string): string {
  return `https://x.com${path}${query === '' ? '' : `?${query}`}`
}

async function goHome(page: Page, query: string): Promise<void> {
  await page.goto(address('/home', query))
  await page.getByTestId('primaryColumn').getByTestId('tweet').first().waitFor()
}

function answered(page: Page): Locator {
  return page.getByTestId('tweet').filter({ has: page.locator(`a[href$="/status/${ANSWERED.id}"]`) })
}

const inDialog = {
  scope: dialog,
  editor: part(dialog),
  send: (page: Page) => dialog(page).getByTestId('tweetButton'),
}

const inline = {
  scope: inlineBox,
  editor: part(inlineBox),
  send: (page: Page) => inlineBox(page).getByTestId('tweetButtonInline'),
}

export const inlinePost: Surface = {
  name: 'inline',
  kind: 'post',
  ...inline,
  open: async (page, query = '') => {
    await goHome(page, query)
    await inline.editor(page).waitFor()
  },
}

export const modalPost: Surface = {
  name: 'modal',
  kind: 'post',
  ...inDialog,
  open: async (page, query = '') => {
    await goHome(page, query)
    await page.getByTestId('SideNav_NewTweet_Button').click()
    await inDialog.editor(page).waitFor()
  },
}

export const modalReply: Surface = {
  name: 'reply',
  kind: 'reply',
  ...inDialog,
  open: async (page, query = '') => {
    await goHome(page, query)
    await answered(page).getByTestId('reply').click()
    await inDialog.editor(page).waitFor()
  },
}

export const modalQuote: Surface = {
  name: 'quote',
  kind: 'quote',
  ...inDialog,
  open: async (page, query = '') => {
    await goHome(page, query)
    await answered(page).getByTestId('retweet').click()
    await page.getByRole('menuitem', { name: '引用する' }).click()
    await inDialog.editor(page).waitFor()
  },
}

/** A thread of two parts. X adds a part only to one that is not empty, so the first holds `1/2`. */
export const thread: Surface = {
  name: 'thread',
  kind: 'post',
  ...inDialog,
  open: async (page, query = '') => {
    await modalPost.open(page, query)
    await inDialog.editor(page).click()
    await page.keyboard.type('1/2')
    await dialog(page).getByTestId('addButton').click()
    await inDialog.editor(page, 1).waitFor()
  },
}

/** The five surfaces on which every rule must hold. */
export const surfaces: Surface[] = [inlinePost, modalPost, modalReply, modalQuote, thread]

export const inlineReply: Surface = {
  name: 'inline-reply',
  kind: 'reply',
  ...inline,
  open: async (page, query = '') => {
    await page.goto(address(`/${ANSWERED.handle}/status/${ANSWERED.id}`, query))
    await inline.editor(page).waitFor()
  },
}

const composePage = (page: Page) => page.locator('.compose-page')

/** Phones: a whole page, and a textarea inside the element that has the test id. */
export const narrowPost: Surface = {
  name: 'narrow',
  kind: 'post',
  scope: composePage,
  editor: (page, index = 0) => part(composePage)(page, index).locator('textarea'),
  send: (page) => composePage(page).getByTestId('tweetButton'),
  open: async (page, query = '') => {
    await goHome(page, query)
    await page.getByTestId('FloatingActionButtons_Tweet_Button').click()
    await composePage(page).waitFor()
  },
}

/** A surface that says besides how it sends. */
export interface SiteSurface extends Surface {
  /** The key that sends, as Playwright names it; null: only the button does. */
  sendKey: string | null
  /** Goes from the writing to where `send` stands, if it doesn't stand there from the start. */
  advance?: (page: Page) => Promise<void>
  /** What has become public, or reached somebody, as text. */
  sent: (posted: Posted[]) => unknown[]
}

function at(host: string, path: string, query: string): string {
  return `https://${host}${path}${query === '' ? '' : `?${query}`}`
}

/** Texts of the requests of one operation, each found by a path of keys. */
function textAt(operation: string, ...keys: string[]) {
  return (posted: Posted[]) =>
    posted
      .filter((one) => one.operation === operation)
      .map(({ variables }) => keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], variables))
}

/** In the dialog, for five days later. */
export const scheduledPost: SiteSurface = {
  name: 'scheduled',
  kind: 'post',
  sendKey: 'Control+Enter',
  ...inDialog,
  sent: textAt('CreateScheduledTweet', 'post_tweet_request', 'status'),
  open: async (page, query = '') => {
    await modalPost.open(page, query)
    await dialog(page).getByTestId('scheduleOption').click()
    await page.getByTestId('scheduledConfirmationPrimaryAction').click()
    await inDialog.editor(page).waitFor()
  },
}

/** Undoes the stand-in for X's encryption. */
function openedChat(sealed: unknown): unknown {
  const event = Buffer.from(String(sealed), 'base64').map((byte) => byte ^ 0x5a).toString()
  return (JSON.parse(event) as { text: string }).text
}

/** X's Chat, whose requests cannot be read. */
export const xChat: SiteSurface = {
  name: 'x chat',
  kind: 'direct-message',
  sendKey: 'Enter',
  scope: (page) => page.locator('.chat-composer'),
  editor: (page) => page.getByTestId('dm-composer-textarea'),
  send: (page) => page.getByTestId('dm-composer-send-button'),
  sent: (posted) => textAt('SendMessageMutation', 'encoded_message_create_event')(posted).map(openedChat),
  open: async (page, query = '') => {
    await page.goto(address('/i/chat', query))
    await page.getByTestId('dm-composer-textarea').waitFor()
  },
}

/** The account's description, empty at first. */
export const profileEdit: SiteSurface = {
  name: 'profile',
  kind: 'profile',
  sendKey: null,
  scope: dialog,
  editor: (page) => dialog(page).locator('textarea[name="description"]'),
  send: (page) => dialog(page).getByTestId('Profile_Save_Button'),
  sent: textAt('account/update_profile', 'description'),
  open: async (page, query = '') => {
    await page.goto(address('/settings/profile', query))
    await profileEdit.editor(page).fill('')
  },
}

export const moreXSurfaces: SiteSurface[] = [scheduledPost, xChat, profileEdit]

const tweeted = textAt('CreateTweet', 'tweet_text')

function tweeting(surface: Surface): SiteSurface {
  return { ...surface, sendKey: 'Control+Enter', sent: tweeted }
}

/** All of X, each as one box. */
export const xSurfaces: SiteSurface[] = [
  ...[inlinePost, modalPost, modalReply, modalQuote, inlineReply].map(tweeting),
  {
    ...tweeting(thread),
    editor: (page) => thread.editor(page, 1),
    sent: (posted) => tweeted(posted).slice(1),
  },
  {
    ...tweeting(narrowPost),
    open: async (page, query) => {
      await page.setViewportSize({ width: 400, height: 800 })
      await narrowPost.open(page, query)
    },
  },
  ...moreXSurfaces,
]

const FACEBOOK = 'www.facebook.com'
const facebookDialog = (page: Page) => page.getByRole('dialog', { name: '投稿を作成' })

const inFacebookDialog = {
  kind: 'post',
  sendKey: null,
  scope: facebookDialog,
  editor: (page: Page) => facebookDialog(page).getByRole('textbox'),
  send: (page: Page) => facebookDialog(page).getByRole('button', { name: '投稿', exact: true }),
  sent: textAt('ComposerStoryCreateMutation', 'input', 'message', 'text'),
} as const

async function openFacebookDialog(page: Page, path: string, query: string): Promise<void> {
  await page.goto(at(FACEBOOK, path, query))
  // A restored draft stands in the dialog, which is open then.
  if (!query.includes('draft=')) {
    await page.getByRole('main').getByRole('button', { name: /その気持ち、シェアしよう$/ }).click()
  }
  await inFacebookDialog.editor(page).waitFor()
}

export const facebookPost: SiteSurface = {
  name: 'facebook post',
  ...inFacebookDialog,
  open: (page, query = '') => openFacebookDialog(page, '/', query),
}

export const facebookPagePost: SiteSurface = {
  name: 'facebook page post',
  ...inFacebookDialog,
  open: (page, query = '') => openFacebookDialog(page, '/nagasaki.koho', query),
}

/** The post that is commented on. */
const facebookArticle = (page: Page) => page.getByRole('main').locator('.post').first()

export const facebookComment: SiteSurface = {
  name: 'facebook comment',
  kind: 'comment',
  sendKey: 'Enter',
  scope: (page) => facebookArticle(page).locator('form'),
  editor: (page) => facebookArticle(page).getByRole('textbox'),
  send: (page) => facebookArticle(page).getByRole('button', { name: 'コメント', exact: true }),
  sent: textAt('useCometUFICreateCommentMutation', 'input', 'message', 'text'),
  open: async (page, query = '') => {
    await page.goto(at(FACEBOOK, '/', query))
    await facebookArticle(page).getByRole('textbox').waitFor()
  },
}

function messenger(scope: (page: Page) => Locator) {
  return {
    kind: 'direct-message',
    sendKey: 'Enter',
    scope,
    editor: (page: Page) => scope(page).getByRole('textbox', { name: 'メッセージ' }),
    send: (page: Page) => scope(page).getByRole('button', { name: 'Enterキーを押して送信' }),
    sent: textAt('messaging/send', 'body'),
  } as const
}

const conversation = messenger((page) => page.locator('.conversation'))

export const facebookMessage: SiteSurface = {
  name: 'facebook message',
  ...conversation,
  open: async (page, query = '') => {
    await page.goto(at(FACEBOOK, '/messages/t/7000000000000001', query))
    await conversation.editor(page).waitFor()
  },
}

const chatWindow = messenger((page) => page.getByRole('dialog', { name: /とのチャット$/ }))

/** Over the feed, in a dialog that is none of posts. */
export const facebookChat: SiteSurface = {
  name: 'facebook chat window',
  ...chatWindow,
  open: async (page, query = '') => {
    await page.goto(at(FACEBOOK, '/', query))
    await page.getByRole('button', { name: 'Messenger' }).click()
    await chatWindow.editor(page).waitFor()
  },
}

function business(editor: 'lexical' | 'draft'): SiteSurface {
  return {
    name: `business suite (${editor})`,
    kind: 'post',
    sendKey: null,
    scope: (page) => page.locator('.business-form'),
    editor: (page) => page.getByRole('textbox'),
    // Zero-width spaces stand in the names.
    send: (page) => page.locator('.business-bar').getByRole('button', { name: /^(公開する|日時を指定)\u200b?$/ }),
    sent: textAt('BusinessComposerStoryCreationMutation', 'input', 'base', 'message', 'text'),
    open: async (page, query = '') => {
      const rest = query === '' ? '' : `&${query}`
      await page.goto(at('business.facebook.com', '/latest/composer/', `asset_id=100090000000001&editor=${editor}${rest}`))
      await page.getByRole('textbox').waitFor()
    },
  }
}

export const businessLexical = business('lexical')
export const businessDraft = business('draft')

export const facebookSurfaces: SiteSurface[] = [
  facebookPost,
  facebookPagePost,
  facebookComment,
  facebookMessage,
  facebookChat,
  businessLexical,
  businessDraft,
]

const INSTAGRAM = 'www.instagram.com'
const instagramDialog = (page: Page) => page.locator('.create[role="dialog"]')

/** A picture of one transparent dot, as a file to attach. */
export const PICTURE = {
  name: 'dot.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChAF/5q3WyQAAAABJRU5ErkJggg==', 'base64'),
}

/** With one picture, behind two 次へ. */
export const instagramPost: SiteSurface = {
  name: 'instagram post',
  kind: 'post',
  sendKey: null,
  scope: instagramDialog,
  editor: (page) => instagramDialog(page).getByRole('textbox', { name: 'キャプションを入力…' }),
  send: (page) => instagramDialog(page).getByRole('button', { name: 'シェア', exact: true }),
  sent: textAt('configure', 'caption'),
  open: async (page, query = '') => {
    await page.goto(at(INSTAGRAM, '/', query))
    await openInstagramDialog(page, [PICTURE])
  },
}

/** Goes through the dialog, as far as the caption. */
export async function openInstagramDialog(page: Page, files: (typeof PICTURE)[]): Promise<void> {
  await page.locator('a:has(svg[aria-label="新しい投稿"])').click()
  await page.locator('a:has(svg[aria-label="投稿"])').click()
  await instagramDialog(page).locator('input[type="file"]').setInputFiles(files)
  const next = instagramDialog(page).getByRole('button', { name: '次へ', exact: true })
  await instagramDialog(page).locator('svg[aria-label="切り取りを選択"]').waitFor()
  await next.click()
  await instagramDialog(page).getByText('フィルター').waitFor()
  await next.click()
  await instagramPost.editor(page).waitFor()
}

const instagramArticle = (page: Page) => page.getByRole('article').first()

function instagramCommentWith(editor: 'textarea' | 'lexical'): SiteSurface {
  const box = (page: Page) => instagramArticle(page).getByRole('textbox', { name: 'コメントを追加…' })
  return {
    name: `instagram comment (${editor})`,
    kind: 'comment',
    sendKey: 'Enter',
    scope: (page) => instagramArticle(page).locator('form'),
    editor: box,
    send: (page) => instagramArticle(page).getByRole('button', { name: '投稿する' }),
    sent: textAt('PolarisPostCommentInputRevampedMutation', 'data', 'comment_text'),
    open: async (page, query = '') => {
      await page.goto(at(INSTAGRAM, '/', `editor=${editor}${query === '' ? '' : `&${query}`}`))
      await box(page).waitFor()
    },
  }
}

export const instagramComment = instagramCommentWith('textarea')
export const instagramCommentLexical = instagramCommentWith('lexical')

export const instagramMessage: SiteSurface = {
  name: 'instagram message',
  kind: 'direct-message',
  sendKey: 'Enter',
  scope: (page) => page.locator('.direct-thread'),
  editor: (page) => page.getByRole('textbox', { name: 'メッセージ' }),
  send: (page) => page.getByRole('button', { name: '送信', exact: true }),
  sent: textAt('IGDirectTextSendMutation', 'text', 'sensitive_string_value'),
  open: async (page, query = '') => {
    await page.goto(at(INSTAGRAM, '/direct/t/17000000000000001/', query))
    await page.getByRole('textbox', { name: 'メッセージ' }).waitFor()
  },
}

export const instagramSurfaces: SiteSurface[] = [
  instagramPost,
  instagramComment,
  instagramCommentLexical,
  instagramMessage,
]

type BroadcastEditor = 'textarea' | 'textarea-ex' | 'contenteditable'

/** The form of a broadcast; a part is a balloon, and `＋追加` makes another. The dialog behind 配信 sends. */
function broadcast(editor: BroadcastEditor): SiteSurface {
  const inner = { textarea: 'textarea', 'textarea-ex': 'textarea-ex textarea', contenteditable: '[contenteditable="true"]' }[editor]
  const form = (page: Page) => page.getByRole('main')
  return {
    name: `line broadcast (${editor})`,
    kind: 'broadcast',
    sendKey: null,
    scope: form,
    editor: (page, index = 0) => form(page).locator('.balloon').nth(index).locator(inner),
    send: (page) => page.getByRole('dialog').getByRole('button', { name: '配信', exact: true }),
    advance: (page) => page.locator('.footer').getByRole('button', { name: '配信', exact: true }).click(),
    sent: (posted) =>
      posted
        .filter(({ operation, variables }) => operation.startsWith('broadcasts') && variables['status'] === 'SCHEDULED')
        .map(({ variables }) => (variables['balloons'] as { text?: string }[]).map(({ text }) => text).join('\n')),
    open: async (page, query = '') => {
      const rest = query === '' ? '' : `&${query}`
      await page.goto(at('manager.line.biz', '/account/@nagasaki_koho/broadcast/create', `editor=${editor}${rest}`))
      await form(page).locator(inner).first().waitFor()
    },
  }
}

export const lineBroadcast = broadcast('textarea')
export const lineBroadcastExtended = broadcast('textarea-ex')
export const lineBroadcastEditable = broadcast('contenteditable')

const BOT = 'U00000000000000000000000000000a01'
export const LINE_CHATS = ['U00000000000000000000000000000c01', 'U00000000000000000000000000000c02'] as const

function lineChatWith(method: 'enter' | 'shift-enter' | 'ctrl-enter', sendKey: string): SiteSurface {
  return {
    name: `line chat (${method})`,
    kind: 'chat',
    sendKey,
    scope: (page) => page.locator('form.chat-editor'),
    editor: (page) => page.locator('#editor textarea'),
    send: (page) => page.locator('input[type="submit"][value="送信"]'),
    sent: textAt('messages/send', 'text'),
    open: async (page, query = '') => {
      const rest = query === '' ? '' : `&${query}`
      await page.goto(at('chat.line.biz', `/${BOT}/chat/${LINE_CHATS[0]}`, `send=${method}${rest}`))
      await page.locator('#editor textarea').waitFor()
    },
  }
}

/** One-to-one chat; which key sends is a setting. */
export const lineChat = lineChatWith('enter', 'Enter')
export const lineChatShift = lineChatWith('shift-enter', 'Shift+Enter')
export const lineChatCtrl = lineChatWith('ctrl-enter', 'Control+Enter')

/** Made up but for its address. */
export const lineVoom: SiteSurface = {
  name: 'line voom studio',
  kind: 'post',
  sendKey: null,
  scope: (page) => page.getByRole('main'),
  editor: (page) => page.getByRole('main').locator('textarea'),
  send: (page) => page.getByRole('button', { name: '投稿' }),
  sent: textAt('posts', 'text'),
  open: async (page, query = '') => {
    await page.goto(at('voom-studio.line.biz', '/', query))
    await page.getByRole('main').locator('textarea').waitFor()
  },
}

export const lineSurfaces: SiteSurface[] = [
  lineBroadcast,
  lineBroadcastExtended,
  lineBroadcastEditable,
  lineChat,
  lineChatShift,
  lineChatCtrl,
  lineVoom,
]

/** What the page's own editor holds, which is what it would send. */
export async function model(editor: Locator): Promise<Model> {
  // The page may have made the editor anew between finding and asking.
  for (let attempt = 0; attempt < 5; attempt++) {
    const found = await editor.evaluate((element) => window.__replica.model(element))
    if (found !== null) return found
  }
  throw new Error('no editor of the replica')
}
