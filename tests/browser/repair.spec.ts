// Repairs go through the editor's own input path: its model takes them, its undo takes them back, the caret stays.
import { expect, settings, test } from './support/browser.ts'
import { expectHeadline, panel, sendAnswering } from './support/panel.ts'
import { model, modalPost, narrowPost, surfaces, thread } from './support/surfaces.ts'

test.beforeEach(async ({ context }) => {
  await settings(context, { guideline: 'wako' })
})

const TARGET = 'https://www.city.nagasaki.lg.jp/event/?id=1'
const REDIRECT = `https://www.google.com/url?q=${encodeURIComponent(TARGET)}`

for (const surface of surfaces) {
  test(`${surface.name}: a redirect becomes its target, undo brings it back, redo the target`, async ({ page, posted }) => {
    await surface.open(page)
    const part = surface === thread ? 1 : 0
    const editor = surface.editor(page, part)
    await editor.click()
    await page.keyboard.insertText(`😀詳しくは ${REDIRECT} へ`)
    for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowLeft')
    const before = await model(editor)
    await expectHeadline(page, 'blocked')
    await (await panel(page)).locator('button.fix').first().click()
    const repaired = `😀詳しくは ${TARGET} へ`
    await expect.poll(async () => (await model(editor)).text).toBe(repaired)
    await expectHeadline(page, 'needsAnswer')
    // The caret stands where it stood: before the last two characters.
    await page.keyboard.type('|')
    expect((await model(editor)).text).toBe(`😀詳しくは ${TARGET}| へ`)
    await page.keyboard.press('Backspace')
    await expect.poll(async () => (await model(editor)).text).toBe(repaired)

    for (let presses = 0; presses < 6 && (await model(editor)).text !== before.text; presses++) {
      await page.keyboard.press('ControlOrMeta+z')
    }
    expect((await model(editor)).text).toBe(before.text)
    await expectHeadline(page, 'blocked')
    for (let presses = 0; presses < 6 && (await model(editor)).text !== repaired; presses++) {
      await page.keyboard.press('ControlOrMeta+Shift+z')
    }
    expect((await model(editor)).text).toBe(repaired)
    await sendAnswering(page, () => surface.send(page).click())
    await expect.poll(() => posted.at(-1)?.variables['tweet_text']).toBe(repaired)
  })
}

test('undo right after a repair gives back the old text', async ({ page }) => {
  await modalPost.open(page)
  const editor = modalPost.editor(page)
  await editor.click()
  await page.keyboard.insertText(`前 ${REDIRECT} 後`)
  await expectHeadline(page, 'blocked')
  await (await panel(page)).locator('button.fix').first().click()
  await expect.poll(async () => (await model(editor)).text).toBe(`前 ${TARGET} 後`)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await model(editor)).text).toBe(`前 ${REDIRECT} 後`)
})

test('the field takes the original URL of a shortened one, refuses another short one', async ({ page, posted }) => {
  await modalPost.open(page)
  const editor = modalPost.editor(page)
  await editor.click()
  await page.keyboard.insertText('一行目')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('申込は https://bit.ly/3xyz から')
  const frame = await panel(page)
  const field = frame.getByLabel('元のURL')
  await field.fill('https://is.gd/abc')
  await field.press('Enter')
  await expect(frame.locator('.error')).not.toBeEmpty()
  expect((await model(editor)).text).toContain('https://bit.ly/3xyz')
  await field.fill('メモ')
  await field.press('Enter')
  await expect(frame.locator('.error')).toContainText('https://')
  await field.fill(TARGET)
  await frame.getByRole('button', { name: '置き換える' }).click()
  await expect.poll(async () => (await model(editor)).text).toBe(`一行目\n申込は ${TARGET} から`)
  await sendAnswering(page, () => modalPost.send(page).click())
  await expect.poll(() => posted.at(-1)?.variables['tweet_text']).toBe(`一行目\n申込は ${TARGET} から`)
})

test('several findings are repaired one after the other', async ({ page }) => {
  await modalPost.open(page)
  const editor = modalPost.editor(page)
  await editor.click()
  await page.keyboard.insertText(`${REDIRECT} と ${REDIRECT}`)
  for (let left = 2; left > 0; left--) {
    const fixes = (await panel(page)).locator('button.fix')
    await expect(fixes).toHaveCount(left)
    await fixes.last().click()
  }
  await expect.poll(async () => (await model(editor)).text).toBe(`${TARGET} と ${TARGET}`)
})

test('narrow: the textarea takes a repair and gives it back', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 800 })
  await narrowPost.open(page)
  const editor = narrowPost.editor(page)
  await editor.click()
  await page.keyboard.insertText(`前 ${REDIRECT} 後`)
  await (await panel(page)).locator('button.fix').first().click()
  await expect(editor).toHaveValue(`前 ${TARGET} 後`)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(editor).toHaveValue(`前 ${REDIRECT} 後`)
})
