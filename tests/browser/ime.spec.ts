// Japanese input is never disturbed, and no key of a conversion is ever a send.
import { cancel, compose, confirm, convert } from './support/keyboard.ts'
import { expect, settings, test } from './support/browser.ts'
import { expectHeadline, marks } from './support/panel.ts'
import { model, modalPost, surfaces, thread } from './support/surfaces.ts'

test.beforeEach(async ({ context }) => {
  await settings(context, { guideline: 'nagasaki' })
})

for (const surface of surfaces) {
  test(`${surface.name}: conversion runs through as without Kakunin`, async ({ page, posted }) => {
    await surface.open(page)
    const editor = surface.editor(page, surface === thread ? 1 : 0)
    await editor.click()
    await compose(page, ['に', 'にほ', 'にほん', '日本'])
    await compose(page, ['ご', '語'])
    await convert(page, ['で', 'でs', 'です'])
    await cancel(page)
    await compose(page, ['です'])
    await expect.poll(async () => (await model(editor)).text).toBe('日本語です')
    expect(posted).toEqual([])
  })
}

test('with a mark in the same line, conversion before and behind it runs through', async ({ page }) => {
  await modalPost.open(page)
  const editor = modalPost.editor(page)
  await editor.click()
  await page.keyboard.insertText('https://bit.ly/3xyz')
  await expect.poll(() => marks(page, 'block')).toEqual(['https://bit.ly/3xyz'])
  await compose(page, ['の', 'のうち'])
  await page.keyboard.press('Home')
  await compose(page, ['く', 'くわ', '詳しくは'])
  await expect.poll(async () => (await model(editor)).text).toBe('詳しくはhttps://bit.ly/3xyzのうち')
  await expect.poll(() => marks(page, 'block')).toEqual(['https://bit.ly/3xyz'])
})

test('a key that the IME has taken is never held nor a send', async ({ page, posted }) => {
  await modalPost.open(page)
  const editor = modalPost.editor(page)
  await editor.click()
  await page.keyboard.insertText('https://bit.ly/3xyz ')
  await expectHeadline(page, 'blocked')
  await page.evaluate(() => {
    const seen: boolean[] = []
    Object.assign(window, { seen })
    addEventListener('keydown', (event) => {
      setTimeout(() => seen.push(event.defaultPrevented))
    })
  })
  await convert(page, ['に', '日'])
  await confirm(page, '日')
  const prevented = () => page.evaluate(() => (window as unknown as { seen: boolean[] }).seen)
  await expect.poll(prevented).toEqual([false, false, false])
  expect(posted).toEqual([])
})

test('a send in the middle of a conversion is judged by what would be sent', async ({ page, posted }) => {
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText('https://bit.ly/3xyz ')
  await convert(page, ['に', '日'])
  await modalPost.send(page).click()
  await expectHeadline(page, 'blocked')
  expect(posted).toEqual([])
})
