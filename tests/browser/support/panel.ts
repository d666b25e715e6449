// Kakunin's panel, which stands in a frame of its own in a closed shadow root.
import type { Frame, Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** The panel's frame, once the page has it. */
export async function panel(page: Page): Promise<Frame> {
  const find = (): Frame | undefined => page.frames().find((frame) => new URL(frame.url()).pathname === '/panel.html')
  await expect.poll(() => find() !== undefined, { message: 'the panel is in the page' }).toBe(true)
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

/** What is marked in the page's boxes, by action. */
export async function marks(page: Page, action: 'block' | 'confirm' | 'warn'): Promise<string[]> {
  return await page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    `kakunin-${action}`,
  )
}

/** Takes everything out of an editor, as a person would. */
export async function clear(page: Page, editor: Locator): Promise<void> {
  await editor.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Backspace')
}
