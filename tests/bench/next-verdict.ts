// From a key to the mark that follows it, measured in the page.
import type { Page } from '@playwright/test'

import { launch, settings } from '../browser/support/browser.ts'
import { marks } from '../browser/support/panel.ts'
import { modalPost } from '../browser/support/surfaces.ts'

const KEYS = 120

interface Times {
  /** From keydown, the editor included. */
  fromKey: number[]
  /** From the text that the key changed. */
  fromText: number[]
}

/** The times of so many keys at the end of a post of 140 characters, in milliseconds. */
export async function nextVerdicts(): Promise<Times> {
  const session = await launch({ extension: 'dist/chrome' })
  await settings(session.context, { guideline: 'nagasaki' })
  const times = await measure(session.page)
  await session.close()
  return times
}

/** From a key that makes a marked URL longer, and from the text it changed, to the mark that covers it. */
async function measure(page: Page): Promise<Times> {
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText('市民の皆さまへ。'.repeat(15))
  await page.keyboard.insertText('https://bit.ly/3')
  while ((await marks(page, 'block')).length === 0) await page.waitForTimeout(50)
  await page.evaluate(() => {
    const times = { fromKey: [] as number[], fromText: [] as number[] }
    Object.assign(window, { times })
    let pressed = 0
    let changed = 0
    let wanted = ''
    const marked = () => [...(CSS.highlights.get('kakunin-block') ?? [])].map((range) => (range as Range).toString()).join()
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      if (marked() !== wanted) {
        channel.port2.postMessage(null)
        return
      }
      times.fromText.push(performance.now() - changed)
      times.fromKey.push(performance.now() - pressed)
    }
    new MutationObserver(() => {
      changed = performance.now()
    }).observe(document.querySelector('[role="dialog"] [contenteditable]') ?? document, {
      subtree: true,
      childList: true,
      characterData: true,
    })
    addEventListener('keydown', ({ timeStamp, key }) => {
      pressed = timeStamp
      wanted = marked() + key
      channel.port2.postMessage(null)
    }, true)
  })
  const times = () => page.evaluate(() => (window as unknown as { times: Times }).times)
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.type('a')
    while ((await times()).fromKey.length <= key) await page.waitForTimeout(5)
  }
  return await times()
}
