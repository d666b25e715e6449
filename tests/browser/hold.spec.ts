// A shortened URL is held on every surface, by button and by keys; an innocent post goes at the first press.
import { tap } from './support/keyboard.ts'
import { expect, settings, test } from './support/browser.ts'
import { driverOf } from './support/driver.ts'
import { answerAll, clear, expectHeadline, marks, panel } from './support/panel.ts'
import { inlinePost, inlineReply, model, modalPost, narrowPost, surfaces, thread } from './support/surfaces.ts'

// Bunkyo's guideline asks least of a post as such, so what is held here is held for its text.
test.beforeEach(async ({ context }) => {
  await settings(context, { guideline: 'bunkyo' })
})

const INNOCENT = '本日10時から受け付けます😀 https://www.city.bunkyo.lg.jp/'

/** The ways in which people, and those who know of the check, write one and the same shortened URL. */
const FORMS = [
  '詳しくは https://bit.ly/3xyz へ',
  '詳しくはhttps://bit.ly/3xyzへ',
  '「https://bit.ly/3xyz」をご覧ください',
  '詳細はこちら→bit.ly/3xyz。',
  'HTTPS://BIT.LY/3xyz',
  'ｈｔｔｐｓ：／／ｂｉｔ．ｌｙ／３ｘｙｚ',
  'hxxps://bit[.]ly/3xyz',
  'https://bit.ly./3xyz',
  'https://bit.ly:443/3xyz',
  'https://www.city.nagasaki.lg.jp@bit.ly/3xyz',
  'https://%62it.ly/3xyz',
  'https://b\u200bit.ly/3xyz',
  'https:\\\\bit.ly\\3xyz',
  'https://bit。ly/3xyz',
  '//bit.ly/3xyz',
  'https://縮.jp/abc',
  'https://www.google.com/url?q=https%3A%2F%2Fbit.ly%2F3xyz',
]

for (const surface of surfaces) {
  test(`${surface.name}: every written form is held, by button and by keys`, async ({ page, posted }) => {
    test.slow()
    await surface.open(page)
    const part = surface === thread ? 1 : 0
    const editor = surface.editor(page, part)
    for (const form of FORMS) {
      await editor.click()
      await page.keyboard.insertText(form)
      await surface.send(page).click()
      await editor.click()
      await page.keyboard.press('ControlOrMeta+Enter')
      await expectHeadline(page, 'blocked')
      await surface.send(page).click()
      await expect((await panel(page)).locator('#alert')).toContainText('送信を止めました')
      await editor.click()
      await page.keyboard.press('ControlOrMeta+Enter')
      expect((await model(editor)).text).toBe(form)
      expect(posted, form).toEqual([])
      await clear(page, editor)
    }
  })

  test(`${surface.name}: an innocent post goes at the first press, unchanged`, async ({ page, posted }) => {
    const text = `${INNOCENT}\n二行目です`
    await surface.open(page)
    const part = surface === thread ? 1 : 0
    if (surface === thread) {
      await clear(page, surface.editor(page, 0))
      await page.keyboard.insertText(INNOCENT)
    }
    await surface.editor(page, part).click()
    await page.keyboard.insertText(INNOCENT)
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('二行目です')
    await surface.send(page).click()
    await expect.poll(() => posted.map(({ variables }) => variables['tweet_text']).at(-1)).toBe(text)
    expect(posted).toHaveLength(part + 1)
  })
}

for (const surface of [inlineReply, narrowPost]) {
  test(`${surface.name}: is held and let go like the five`, async ({ page, posted }) => {
    if (surface === narrowPost) await page.setViewportSize({ width: 400, height: 800 })
    await surface.open(page)
    await surface.editor(page).click()
    await page.keyboard.insertText('https://bit.ly/3xyz')
    await surface.send(page).click()
    await expectHeadline(page, 'blocked')
    expect(posted).toEqual([])
    await clear(page, surface.editor(page))
    await page.keyboard.insertText(INNOCENT)
    await surface.send(page).click()
    await expect.poll(() => posted.length).toBe(1)
  })
}

test('Enter, Space and a tap on the button are held as a click is', async ({ page, posted }) => {
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText('https://bit.ly/3xyz')
  await expectHeadline(page, 'blocked')
  await modalPost.send(page).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Space')
  await tap(page, modalPost.send(page))
  expect(posted).toEqual([])
  await clear(page, modalPost.editor(page))
  await page.keyboard.insertText(INNOCENT)
  await expectHeadline(page, 'clear')
  await modalPost.send(page).focus()
  await page.keyboard.press('Space')
  await expect.poll(() => posted.length).toBe(1)
})

test('the shortcut sends an innocent post once', async ({ page, posted }) => {
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText(INNOCENT)
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect.poll(() => posted.length).toBe(1)
  await page.waitForTimeout(300)
  expect(posted).toHaveLength(1)
})

test('presses while the engine starts are replayed once, for that text only', async ({ context, page, posted }) => {
  await modalPost.open(page)
  await driverOf(context).slow(page, 4)
  await modalPost.editor(page).click()
  await page.keyboard.insertText(INNOCENT)
  // Both before the page can take the first: it may be let go at once.
  await modalPost.send(page).evaluate((control: HTMLElement) => {
    control.click()
    control.click()
  })
  await driverOf(context).slow(page, 1)
  await expect.poll(() => posted.length).toBe(1)
  await page.waitForTimeout(500)
  expect(posted).toHaveLength(1)
})

test('a part of a thread is held while the typeahead hides it', async ({ page, posted }) => {
  await thread.open(page)
  await clear(page, thread.editor(page, 0))
  await page.keyboard.insertText('https://bit.ly/3xyz')
  await thread.editor(page, 1).click()
  await page.keyboard.type('二つ目 @n')
  await page.getByRole('listbox').waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await thread.send(page).click()
  await expectHeadline(page, 'blocked')
  expect(posted).toEqual([])
})

test('modal and inline box are told apart', async ({ page, posted }) => {
  await inlinePost.open(page)
  await inlinePost.editor(page).click()
  await page.keyboard.insertText('https://bit.ly/3xyz')
  await page.getByTestId('SideNav_NewTweet_Button').click()
  await modalPost.editor(page).click()
  await page.keyboard.insertText(INNOCENT)
  await expectHeadline(page, 'clear')
  await modalPost.send(page).click()
  await expect.poll(() => posted.length).toBe(1)
  await inlinePost.send(page).click()
  await expectHeadline(page, 'blocked')
  expect(posted).toHaveLength(1)
})

test('the mark lies on the URL and follows every edit', async ({ page }) => {
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText('😀詳しくは https://bit.ly/3xyz へ')
  await expect.poll(() => marks(page, 'block')).toEqual(['https://bit.ly/3xyz'])
  await page.keyboard.press('Home')
  await page.keyboard.type('速報 ')
  await expect.poll(() => marks(page, 'block')).toEqual(['https://bit.ly/3xyz'])
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('is.gd/a')
  await expect.poll(() => marks(page, 'block')).toEqual(['https://bit.ly/3xyz', 'is.gd/a'])
  await clear(page, modalPost.editor(page))
  await expect.poll(() => marks(page, 'block')).toEqual([])
})

test('the panel shows municipality, clause and its text word for word', async ({ context, page }) => {
  await settings(context, { guideline: 'nagasaki' })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText('https://bit.ly/3xyz')
  await expectHeadline(page, 'blocked')
  const finding = (await panel(page)).locator('article').first()
  await expect(finding.locator('cite')).toHaveText('長崎市 7(3)')
  await expect(finding.locator('blockquote')).toHaveText(
    'ＵＲＬ短縮サービスは、リンク先の本来のドメイン名が表示されず、利用者がドメイン名を判断材料にしてリンク先の安全性を確認することができなくなるため、原則として使用しないこと。',
  )
})

test('where no clause says anything, the panel says so', async ({ page, context }) => {
  await settings(context, { guideline: 'minato' })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText('https://bit.ly/3xyz')
  await expectHeadline(page, 'blocked')
  const finding = (await panel(page)).locator('article').first()
  await expect(finding.locator('.default')).toHaveText('本区の規定に明文なし（Kakunin の既定）')
  await expect(finding.locator('.ground > .clause')).toHaveCount(0)
})

test('a confirm holds until everything is answered, for that very text', async ({ context, page, posted }) => {
  await settings(context, { guideline: 'nagasaki' })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText('https://www.nishinippon.co.jp/item/1/')
  await modalPost.send(page).click()
  await expectHeadline(page, 'needsAnswer')
  expect(posted).toEqual([])
  await modalPost.editor(page).click()
  await page.keyboard.press('End')
  await page.keyboard.insertText(' をご覧ください')
  await expect((await panel(page)).locator('#checklist')).toHaveCount(0)
  await modalPost.send(page).click()
  await answerAll(page)
  await expect.poll(() => posted.length).toBe(1)
})
