// Every compose box of every platform: what is forbidden is marked and held by each way to send, what is fine goes.
import type { Page } from '@playwright/test'

import { expect, settings, test } from './support/browser.ts'
import { stepsOf } from './support/matrix.ts'
import { expectHeadline, HEADLINE, marked, panel, sendAnswering } from './support/panel.ts'
import type { Posted } from '../replica/shared/stub.ts'
import {
  facebookPost,
  facebookSurfaces,
  instagramSurfaces,
  lineBroadcast,
  lineSurfaces,
  model,
  xSurfaces,
  type SiteSurface,
} from './support/surfaces.ts'

const PLATFORMS: Record<string, SiteSurface[]> = {
  X: xSurfaces,
  Facebook: facebookSurfaces,
  Instagram: instagramSurfaces,
  LINE: lineSurfaces,
}

test.beforeEach(async ({ context }) => {
  await settings(context, { guideline: 'bunkyo' })
})

const SHORTENED = 'https://bit.ly/3xyz'
const ORIGINAL = 'https://www.city.bunkyo.lg.jp/'
const FORBIDDEN = `詳しくは ${SHORTENED} へ`
const FINE = `詳しくは ${ORIGINAL} へ`

/** What the panel says of a post that is more than a text, by what the box is for. */
const CONTEXTS = { reply: '返信です', quote: '引用しています', private: '相手だけに見えます' }
const CONTEXT: Record<SiteSurface['kind'], keyof typeof CONTEXTS | null> = {
  post: null,
  reply: 'reply',
  comment: 'reply',
  quote: 'quote',
  'direct-message': 'private',
  chat: 'private',
  broadcast: null,
  profile: null,
}

/** Longer than any of the replicas takes to send. */
async function expectNothing(page: Page, surface: SiteSurface, posted: Posted[]): Promise<void> {
  await page.waitForTimeout(300)
  expect(surface.sent(posted)).toEqual([])
}

async function repair(page: Page, surface: SiteSurface): Promise<void> {
  const field = (await panel(page)).locator('.ask input')
  await field.fill(ORIGINAL)
  await field.press('Enter')
  await expect.poll(async () => (await model(surface.editor(page))).text).toBe(FINE)
  await expect((await panel(page)).locator('#headline')).not.toHaveText(HEADLINE.blocked)
}

for (const [platform, surfaces] of Object.entries(PLATFORMS)) {
  for (const surface of surfaces) {
    test(`${platform}, ${surface.name}: marked, held, repaired, released`, async ({ page, posted }) => {
      test.slow()
      const { advance, sendKey, send, sent } = surface
      const step = stepsOf(platform, surface.name)
      const editor = surface.editor(page)
      await surface.open(page)
      await editor.click()
      await page.keyboard.insertText(FORBIDDEN)
      await step('marked', async () => {
        await expect.poll(() => marked(page)).toEqual([SHORTENED])
        await expectHeadline(page, 'blocked')
      })
      await step('held by click', async () => {
        if (advance === undefined) await send(page).click({ timeout: 5000 })
        else await advance(page)
        await expectNothing(page, surface, posted)
      })
      if (sendKey !== null) {
        await step('held by keys', async () => {
          await editor.focus()
          await page.keyboard.press(sendKey)
          await expectNothing(page, surface, posted)
          expect((await model(editor)).text).toBe(FORBIDDEN)
        })
      }
      await step('context', async () => {
        const main = (await panel(page)).locator('main')
        for (const [context, words] of Object.entries(CONTEXTS)) {
          if (context === CONTEXT[surface.kind]) await expect(main).toContainText(words)
          else await expect(main).not.toContainText(words)
        }
      })
      await step('repaired', () => repair(page, surface))
      await step('undone', async () => {
        await editor.focus()
        const isUndone = async () => (await model(editor)).text === FORBIDDEN
        for (let presses = 0; presses < 6 && !(await isUndone()); presses++) await page.keyboard.press('ControlOrMeta+z')
        expect((await model(editor)).text).toBe(FORBIDDEN)
        await expectHeadline(page, 'blocked')
      })
      await step('released', async () => {
        await repair(page, surface)
        await sendAnswering(page, async () => {
          await advance?.(page)
          await send(page).click({ timeout: 5000 })
        })
        await expect.poll(() => sent(posted)).toEqual([FINE])
      })
    })
  }
}

for (const steps of ['steps=two', 'steps=two&first-step=dropped']) {
  test(`facebook, ${steps}: what was written counts at either step`, async ({ page, posted }) => {
    await facebookPost.open(page, steps)
    await facebookPost.editor(page).click()
    await page.keyboard.insertText(FORBIDDEN)
    await expectHeadline(page, 'blocked')
    const dialog = page.getByRole('dialog', { name: '投稿を作成' })
    const next = dialog.getByRole('button', { name: '次へ', exact: true })
    await next.click()
    await expect(next).toBeVisible()
    await facebookPost.editor(page).click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(FINE)
    await sendAnswering(page, () => next.click())
    await facebookPost.send(page).click()
    await expect.poll(() => facebookPost.sent(posted)).toEqual([FINE])
  })
}

test('line broadcast: a draft and a test are no publication', async ({ page, posted }) => {
  await lineBroadcast.open(page)
  await lineBroadcast.editor(page).click()
  await page.keyboard.insertText(FORBIDDEN)
  await expectHeadline(page, 'blocked')
  const footer = page.locator('.footer')
  await footer.getByRole('button', { name: '下書き保存' }).click()
  await expect.poll(() => posted.length).toBe(1)
  await footer.getByRole('button', { name: 'テスト配信' }).click()
  await page.getByRole('button', { name: '自分のみ' }).click()
  await expect.poll(() => posted.length).toBe(2)
  expect(lineBroadcast.sent(posted)).toEqual([])
})

test('a screen that nobody has verified says so', async ({ page }) => {
  await lineBroadcast.open(page)
  await lineBroadcast.editor(page).click()
  await page.keyboard.insertText(FORBIDDEN)
  await expect((await panel(page)).locator('#unverified')).toContainText('未検証')
})
