// Marks over textareas, which have no ranges: they lie where the words are, also after scrolling.
import type { Page } from '@playwright/test'

import { expect, settings, test } from './support/browser.ts'
import { expectHeadline, mirrored } from './support/panel.ts'
import { lineBroadcast, lineBroadcastExtended, lineChat, narrowPost, type Surface } from './support/surfaces.ts'

test.beforeEach(async ({ context }) => {
  await settings(context, { guideline: 'bunkyo' })
})

async function write(page: Page, surface: Surface, text: string): Promise<void> {
  await surface.open(page)
  await surface.editor(page).click()
  await page.keyboard.insertText(text)
  await expectHeadline(page, 'blocked')
}

for (const surface of [narrowPost, lineBroadcast, lineBroadcastExtended, lineChat]) {
  test(`${surface.name}: the mark lies on the words, also when they are scrolled away and back`, async ({ page }) => {
    if (surface === narrowPost) await page.setViewportSize({ width: 400, height: 800 })
    await write(page, surface, `詳しくは https://bit.ly/3xyz へ\n${'続きです。\n'.repeat(30)}`)
    const editor = surface.editor(page)
    await editor.evaluate((area: HTMLTextAreaElement) => { area.scrollTop = 0 })
    const box = await editor.boundingBox()
    if (!box) throw new Error('the editor is not in the page')
    await expect
      .poll(async () => {
        const [mark] = await mirrored(page)
        return mark && { text: mark.text, isInside: mark.left >= box.x && mark.top >= box.y && mark.bottom <= box.y + box.height }
      })
      .toEqual({ text: 'https://bit.ly/3xyz', isInside: true })
    const [before] = await mirrored(page)

    await editor.evaluate((area: HTMLTextAreaElement) => { area.scrollTop = 40 })
    const scrolled = await editor.evaluate((area: HTMLTextAreaElement) => area.scrollTop)
    await expect.poll(async () => (await mirrored(page))[0]?.top).toBeCloseTo((before?.top ?? 0) - scrolled, 0)
  })
}

test('what is put right is no longer marked', async ({ page }) => {
  await write(page, lineBroadcast, 'https://bit.ly/3xyz')
  await expect.poll(async () => (await mirrored(page)).length).toBe(1)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('お知らせです')
  await expect.poll(async () => (await mirrored(page)).length).toBe(0)
})
