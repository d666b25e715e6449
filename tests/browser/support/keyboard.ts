// Input as hardware gives it: trusted events through the DevTools protocol. Playwright's own `page.keyboard` and
// `locator.click` are trusted too; here is what they lack.
import type { CDPSession, Locator, Page } from '@playwright/test'

const sessions = new WeakMap<Page, Promise<CDPSession>>()

function protocol(page: Page): Promise<CDPSession> {
  let session = sessions.get(page)
  if (session === undefined) {
    session = page.context().newCDPSession(page)
    sessions.set(page, session)
  }
  return session
}

/** The keyCode of a key that an IME has taken. */
const IME_KEY_CODE = 229

async function imeKey(page: Page, type: 'rawKeyDown' | 'keyUp', key: string, code: string): Promise<void> {
  const session = await protocol(page)
  await session.send('Input.dispatchKeyEvent', { type, key, code, windowsVirtualKeyCode: IME_KEY_CODE })
}

/**
 * Begins a conversion and goes through its stages, e.g. `['に', 'にほ', 'にほん', '日本']`, leaving the last one
 * unconfirmed. As with a real IME, the first keydown (229) comes before compositionstart.
 */
export async function convert(page: Page, stages: string[]): Promise<void> {
  const session = await protocol(page)
  for (const text of stages) {
    await imeKey(page, 'rawKeyDown', 'Process', 'KeyA')
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await imeKey(page, 'keyUp', 'Process', 'KeyA')
  }
}

/** Confirms the conversion with Enter, whose keydown (229, not composing) comes after compositionend on some systems. */
export async function confirm(page: Page, text: string): Promise<void> {
  const session = await protocol(page)
  await session.send('Input.insertText', { text })
  await imeKey(page, 'rawKeyDown', 'Enter', 'Enter')
  await imeKey(page, 'keyUp', 'Enter', 'Enter')
}

/** Gives the conversion up: what was composed goes away. */
export async function cancel(page: Page): Promise<void> {
  const session = await protocol(page)
  await imeKey(page, 'rawKeyDown', 'Process', 'Escape')
  await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await imeKey(page, 'keyUp', 'Escape', 'Escape')
}

/** Writes one confirmed piece of text through the IME. */
export async function compose(page: Page, stages: string[]): Promise<void> {
  await convert(page, stages)
  await confirm(page, stages.at(-1) ?? '')
}

/** Holds a key down: one keydown, then `repeats` more with `event.repeat`. */
export async function hold(page: Page, key: string, repeats: number): Promise<void> {
  // Playwright marks a second `down` of a key that is still down as a repeat.
  for (let count = 0; count <= repeats; count++) await page.keyboard.down(key)
  await page.keyboard.up(key)
}

/** Touches an element's middle with a finger. */
export async function tap(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (box === null) throw new Error('tap: the element is not drawn')
  const session = await protocol(page)
  const point = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
