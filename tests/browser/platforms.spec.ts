// Every compose box of every platform: what is forbidden is marked and held by each way to send, what is fine goes.
import type { Page } from '@playwright/test'

import { expect, settings, test } from './support/browser.ts'
import { expectHeadline, panel, sendAnswering } from './support/panel.ts'
import type { Posted } from '../replica/shared/stub.ts'
import {
  facebookPost,
  facebookSurfaces,
  instagramSurfaces,
  lineBroadcast,
  lineSurfaces,
  model,
  moreXSurfaces,
  type SiteSurface,
} from './support/surfaces.ts'

test.use({ extension: 'dist/chrome' })

test.beforeEach(async ({ context }) => {
  await settings(context, { guideline: 'bunkyo' })
})

const FORBIDDEN = '詳しくは https://bit.ly/3xyz へ'
const FINE = '詳しくは https://www.city.bunkyo.lg.jp/ へ'

const surfaces = [...moreXSurfaces, ...facebookSurfaces, ...instagramSurfaces, ...lineSurfaces]

async function press(page: Page, surface: SiteSurface): Promise<void> {
  await surface.advance?.(page)
  await surface.send(page).click({ timeout: 5000 })
}

/** Longer than any of the replicas takes to send. */
async function expectNothing(page: Page, surface: SiteSurface, posted: Posted[]): Promise<void> {
  await page.waitForTimeout(300)
  expect(surface.sent(posted)).toEqual([])
}

for (const surface of surfaces) {
  test(`${surface.name}: held by button and key, repaired, released`, async ({ page, posted }) => {
    await surface.open(page)
    const editor = surface.editor(page)
    await editor.click()
    await page.keyboard.insertText(FORBIDDEN)
    await expectHeadline(page, 'blocked')
    if (surface.advance === undefined) await surface.send(page).click({ timeout: 5000 })
    else await surface.advance(page)
    await expectNothing(page, surface, posted)
    if (surface.sendKey !== null) {
      await editor.focus()
      await page.keyboard.press(surface.sendKey)
      await expectNothing(page, surface, posted)
    }
    expect((await model(editor)).text).toBe(FORBIDDEN)

    const field = (await panel(page)).locator('.ask input')
    await field.fill('https://www.city.bunkyo.lg.jp/')
    await field.press('Enter')
    await expect.poll(async () => (await model(editor)).text).toBe(FINE)
    await sendAnswering(page, () => press(page, surface))
    await expect.poll(() => surface.sent(posted)).toEqual([FINE])
  })
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
