// Where on X one can write, as data: each entry says how to get there and where things stand.
import type { Locator, Page } from '@playwright/test'
import type { Model } from '../../replica/x/window.ts'

export interface Surface {
  name: string
  /** Kakunin's word for it. */
  kind: 'post' | 'reply' | 'quote'
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

/** What the page's own editor holds, which is what it would send. */
export async function model(editor: Locator): Promise<Model> {
  // The page may have made the editor anew between finding and asking.
  for (let attempt = 0; attempt < 5; attempt++) {
    const found = await editor.evaluate((element) => window.__replica.model(element))
    if (found !== null) return found
  }
  throw new Error('no editor of the replica')
}
