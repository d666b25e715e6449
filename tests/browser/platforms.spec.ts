// Every compose box of every platform: what is forbidden is marked and held by each way to send, what is fine goes.
import type { Page } from '@playwright/test'

import { expect, settings, test } from './support/browser.ts'
import { answerAll, expectHeadline, panel } from './support/panel.ts'
import type { Posted } from '../replica/shared/stub.ts'
import {
  facebookSurfaces,
  instagramSurfaces,
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
    await expect((await panel(page)).locator('#headline')).not.toHaveText('このままでは送信できません')
    await answerAll(page)
    await press(page, surface)
    await expect.poll(() => surface.sent(posted)).toEqual([FINE])
  })
}
