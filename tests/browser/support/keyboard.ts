// Input as hardware gives it: trusted events. Playwright's own `page.keyboard` and `locator.click` are trusted too; here
// is what they lack.
import type { Locator, Page } from '@playwright/test'

import { driverOf } from './driver.ts'

/**
 * Begins a conversion and goes through its stages, e.g. `['に', 'にほ', 'にほん', '日本']`, leaving the last one
 * unconfirmed.
 */
export async function convert(page: Page, stages: string[]): Promise<void> {
  for (const text of stages) await driverOf(page.context()).showConversion(page, text)
}

/** Confirms the conversion with Enter. */
export async function confirm(page: Page, text: string): Promise<void> {
  await driverOf(page.context()).confirmConversion(page, text)
}

/** Gives the conversion up: what was converted goes away. */
export async function cancel(page: Page): Promise<void> {
  await driverOf(page.context()).cancelConversion(page)
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
  const point = { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
  await driverOf(page.context()).touch(page, point)
}
