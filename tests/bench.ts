// `cargo xtask bench`: how soon the operator sees a verdict, measured in the page and held against the limits.
import type { Page } from '@playwright/test'

import { launch, settings } from './browser/support/browser.ts'
import { marks } from './browser/support/panel.ts'
import { modalPost } from './browser/support/surfaces.ts'

const LOADS = 12
const KEYS = 120
/** Limits in milliseconds: first verdict after the box has come; new verdict after a key. */
const FIRST_VERDICT = 300
const NEXT_VERDICT = 16

interface Row {
  name: string
  times: number[]
  limit: number
}

function quantile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

function print({ name, times, limit }: Row): void {
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)]
  const ratio = (p95 / limit).toFixed(2)
  const cells = [name.padEnd(48), `p50 ${p50.toFixed(1)} ms`, `p95 ${p95.toFixed(1)} ms`, `limit ${limit} ms`, `p95/limit ${ratio}`]
  process.stdout.write(`${cells.join('   ')}   (n=${times.length})\n`)
}

/** From the box's appearance in a page just loaded, with a draft in it, to the mark on its URL. */
async function firstVerdict(page: Page): Promise<number> {
  await page.addInitScript(() => {
    const times: { box?: number; verdict?: number } = {}
    Object.assign(window, { times })
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      if (CSS.highlights.has('kakunin-block')) times.verdict ??= performance.now()
      else channel.port2.postMessage(null)
    }
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-testid="tweetTextarea_0"]')) return
      observer.disconnect()
      times.box = performance.now()
      channel.port2.postMessage(null)
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(`https://x.com/home?draft=${encodeURIComponent('詳しくは https://bit.ly/3xyz へ')}`)
  await page.waitForFunction(() => 'verdict' in (window as unknown as { times: object }).times)
  return await page.evaluate(() => {
    const { times } = window as unknown as { times: { box: number; verdict: number } }
    return times.verdict - times.box
  })
}

/** From a key that makes a marked URL longer, and from the text it changed, to the mark that covers it. */
async function nextVerdicts(page: Page): Promise<{ fromKey: number[]; fromText: number[] }> {
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
  const times = () => page.evaluate(() => (window as unknown as { times: { fromKey: number[]; fromText: number[] } }).times)
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.type('a')
    while ((await times()).fromKey.length <= key) await page.waitForTimeout(5)
  }
  return await times()
}

const first: number[] = []
for (let load = 0; load < LOADS; load++) {
  const session = await launch({ extension: 'dist/chrome' })
  await settings(session.context, { guideline: 'nagasaki' })
  first.push(await firstVerdict(session.page))
  await session.close()
}
print({ name: 'first verdict, fresh browser, from box to mark', times: first, limit: FIRST_VERDICT })

const session = await launch({ extension: 'dist/chrome' })
await settings(session.context, { guideline: 'nagasaki' })
const { fromKey, fromText } = await nextVerdicts(session.page)
print({ name: 'verdict after a key, from the new text to mark', times: fromText, limit: NEXT_VERDICT })
print({ name: 'the same from keydown, the editor included', times: fromKey, limit: NEXT_VERDICT })
await session.close()
