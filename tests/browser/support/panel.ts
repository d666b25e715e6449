// Kakunin's panel, which stands in a frame of its own in a closed shadow root.
import type { Frame, Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

import { driverOf } from './driver.ts'

/** The panel's frame, once the page has it. */
export async function panel(page: Page, timeout = 10_000): Promise<Frame> {
  // The last, for Firefox doesn't tell when one has gone.
  const find = () => page.frames().findLast((frame) => new URL(frame.url()).pathname === '/panel.html')
  await expect.poll(() => find() !== undefined, { message: 'the panel is in the page', timeout }).toBe(true)
  const frame = find()
  if (!frame) throw new Error('the panel has gone again')
  return frame
}

export const HEADLINE = {
  blocked: 'このままでは送信できません',
  needsAnswer: '送信の前に確認してください',
  answered: '確認済みです。送信できます',
  warned: '送信できますが、注意があります',
  clear: '問題は見つかりませんでした',
}

/** Waits until the panel says so. */
export async function expectHeadline(page: Page, headline: keyof typeof HEADLINE): Promise<void> {
  await expect((await panel(page)).locator('#headline')).toHaveText(HEADLINE[headline])
}

export const REASON = '広報課長 田中（至急のお知らせのため）'

/** Answers everything that the checklist asks, which stands there once a send was held, and sends. */
export async function answerAll(page: Page): Promise<void> {
  const list = (await panel(page)).locator('#checklist')
  await list.waitFor()
  for (const tick of await list.locator('input[type="checkbox"]').all()) await tick.check()
  for (const field of await list.locator('input[type="text"]').all()) await field.fill(REASON)
  await list.locator('#checklist-go').click()
}

/** Sends, and answers what is asked then, if anything is. */
export async function sendAnswering(page: Page, press: () => Promise<void>): Promise<void> {
  const headline = (await panel(page)).locator('#headline')
  await expect(headline).not.toHaveText(HEADLINE.blocked)
  const isAsked = (await headline.textContent()) === HEADLINE.needsAnswer
  await press()
  if (isAsked) await answerAll(page)
}

/** What is marked in the page's boxes, by action. */
export async function marks(page: Page, action: 'block' | 'confirm' | 'warn'): Promise<string[]> {
  return await page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    `kakunin-${action}`,
  )
}

interface Mark {
  text: string
  left: number
  top: number
  right: number
  bottom: number
}

/** What is underlined over textareas: it stands in a closed root, which only the debugger sees into. */
export async function mirrored(page: Page): Promise<Mark[]> {
  const marks = await driverOf(page.context()).inClosedRoot(page, 'kakunin-panel', (root) =>
    [...root.querySelectorAll('span')]
      .filter(({ style }) => style.textDecoration.includes('underline'))
      .map((piece) => {
        const { left, top, right, bottom } = piece.getClientRects()[0] ?? new DOMRect()
        return { text: piece.textContent, left, top, right, bottom }
      }),
  )
  return marks ?? []
}

/** All that is marked as forbidden, in boxes with ranges and over textareas. */
export async function marked(page: Page): Promise<string[]> {
  return [...(await marks(page, 'block')), ...(await mirrored(page)).map(({ text }) => text)]
}

/** Takes everything out of an editor, as a person would. */
export async function clear(page: Page, editor: Locator): Promise<void> {
  await editor.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Backspace')
}

/** What Kakunin says in the page outside its panel: through the debugger, for its root is closed to everybody else. */
export async function notices(page: Page): Promise<string> {
  const text = await driverOf(page.context()).inClosedRoot(page, 'kakunin-panel', (root) => root.textContent)
  return text ?? ''
}
