// A page that has turned against the operator. Each attack says what it tries; none gets a violating post out, or an
// answer that the operator did not give.
import type { Page } from '@playwright/test'
import { expect, settings, test } from './support/browser.ts'
import { answerAll, expectHeadline, panel } from './support/panel.ts'
import { record } from './support/record.ts'
import { modalPost } from './support/surfaces.ts'

const FORBIDDEN = '詳しくは https://bit.ly/3xyz へ'
const ASKED = '市民まつりの写真展を開きます。'

interface Attack {
  name: string
  text: string
  /** Runs in the page, before the operator presses send. */
  run: (page: Page) => Promise<unknown>
}

const ATTACKS: Attack[] = [
  {
    name: 'dispatches untrusted clicks and keys',
    text: FORBIDDEN,
    run: (page) =>
      modalPost.send(page).evaluate((button: HTMLElement) => {
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
          button.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }))
        }
        button.click()
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))
      }),
  },
  {
    name: 'patches the prototypes that a hold stands on',
    text: FORBIDDEN,
    run: (page) =>
      page.evaluate(() => {
        const nothing = (): void => undefined
        Object.assign(Event.prototype, { preventDefault: nothing, stopImmediatePropagation: nothing, stopPropagation: nothing })
        Object.assign(EventTarget.prototype, { addEventListener: nothing })
        Object.assign(Element.prototype, { closest: () => null, matches: () => false })
      }),
  },
  {
    name: 'removes the frame again and again',
    text: FORBIDDEN,
    run: (page) =>
      page.evaluate(() => {
        setInterval(() => {
          document.querySelector('kakunin-panel')?.remove()
        }, 10)
      }),
  },
  {
    name: 'floods every window with messages',
    text: FORBIDDEN,
    run: (page) =>
      page.evaluate(() => {
        const forged = [{ type: 'release' }, { type: 'answer', box: 1, request: 1, hold: false, report: null, summary: '' }]
        setInterval(() => {
          for (const message of forged) {
            postMessage(message, '*')
            for (let index = 0; index < frames.length; index++) frames[index]?.postMessage(message, '*')
          }
        }, 1)
      }),
  },
  {
    name: 'swaps the control for one of the same looks',
    text: FORBIDDEN,
    run: (page) =>
      modalPost.send(page).evaluate((button: HTMLElement) => {
        const twin = button.cloneNode(true) as HTMLElement
        twin.addEventListener('click', () => {
          button.click()
        })
        button.style.display = 'none'
        button.after(twin)
      }),
  },
  {
    name: 'renames every test id',
    text: FORBIDDEN,
    run: (page) =>
      page.evaluate(() => {
        for (const element of document.querySelectorAll('[data-testid]')) element.removeAttribute('data-testid')
      }),
  },
]

for (const { name, text, run } of ATTACKS) {
  test(`the page ${name}: nothing gets out`, async ({ context, page, posted }) => {
    await settings(context, { guideline: 'bunkyo' })
    await modalPost.open(page)
    await modalPost.editor(page).click()
    await page.keyboard.insertText(text)
    await expectHeadline(page, 'blocked')
    const { x, y, width, height } = (await modalPost.send(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await run(page)
    await page.mouse.click(x + width / 2, y + height / 2)
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(1000)
    expect(posted).toEqual([])
  })
}

test('the page can neither reach into the frame nor speak to the worker', async ({ context, page }) => {
  await settings(context, { guideline: 'bunkyo' })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText(FORBIDDEN)
  await expectHeadline(page, 'blocked')
  const seen = await page.evaluate(() => {
    const host = document.querySelector('kakunin-panel')
    const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime?.sendMessage
    let text = ''
    try {
      text = frames[0]?.document.body.textContent ?? ''
    } catch {
      text = 'refused'
    }
    return { root: host?.shadowRoot ?? null, text, speaks: typeof runtime }
  })
  expect(seen.root).toBeNull()
  expect(seen.speaks).toBe('undefined')
  // A frame in a closed root is not even counted among the page's own.
  expect(['', 'refused']).toContain(seen.text)
})

test('a content script’s page cannot answer for the operator', async ({ context, kind, page }) => {
  test.skip(kind === 'firefox', 'Firefox lets no driver into the world of a content script')
  await settings(context, { guideline: 'nagasaki' })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText(ASKED)
  await expectHeadline(page, 'needsAnswer')
  // As a renderer that was taken over would: from the content script's own world.
  const protocol = await context.newCDPSession(page)
  const worlds: { id: number; origin: string }[] = []
  protocol.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => worlds.push({ id, origin }))
  await protocol.send('Runtime.enable')
  const world = worlds.find(({ origin }) => origin.startsWith('chrome-extension://'))
  expect(world).toBeDefined()
  const forged = "chrome.runtime.sendMessage({type: 'release', posts: [{text: 'x'}], entries: []}).then((answer) => answer ?? 'refused')"
  const { result } = await protocol.send('Runtime.evaluate', { expression: forged, contextId: world?.id ?? 0, awaitPromise: true })
  expect(result.value).toBe('refused')
  expect(await record(context)).toEqual([])
})

test('navigating away during a hold sends nothing and loses no record', async ({ context, page, posted }) => {
  await settings(context, { guideline: 'nagasaki' })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText(ASKED)
  await modalPost.send(page).click()
  await (await panel(page)).locator('#checklist').waitFor()
  await page.goto('https://x.com/home')
  await expect.poll(async () => (await record(context)).map(({ event }) => event)).toEqual(['held'])
  expect(posted).toEqual([])
})

test('the panel moved under the pointer answers nothing', async ({ context, kind, page, posted }) => {
  test.skip(kind === 'firefox', 'Firefox tells no page whether it can be seen')
  await settings(context, { guideline: 'nagasaki' })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText(ASKED)
  await modalPost.send(page).click()
  const frame = await panel(page)
  await frame.locator('#checklist').waitFor()
  await page.evaluate(() => {
    const cover = document.createElement('div')
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; background: white'
    document.documentElement.append(cover)
  })
  await page.waitForTimeout(500)
  await answerAll(page)
  await expect(frame.locator('#alert')).toContainText('重なって')
  expect(posted).toEqual([])
})
