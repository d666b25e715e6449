// Bad input and bad pages: a clear word, nothing lost, never an unchecked send.
import { expect, settings, test } from './support/browser.ts'
import { driverOf } from './support/driver.ts'
import { clear, expectHeadline, marks, notices, panel } from './support/panel.ts'
import { model, modalPost, narrowPost } from './support/surfaces.ts'

const INNOCENT = '受け付けます https://www.city.bunkyo.lg.jp/'

test('without a guideline the panel lets the operator choose one', async ({ page, posted }) => {
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText('https://bit.ly/3xyz')
  await modalPost.send(page).click()
  const frame = await panel(page)
  await expect(frame.locator('.failure')).toContainText('ガイドラインがまだ選ばれていない')
  expect(posted).toEqual([])
  await frame.getByLabel('自治体').selectOption('和光市')
  await frame.getByRole('button', { name: 'このガイドラインで確認する' }).click()
  await expectHeadline(page, 'blocked')
  await expect(frame.locator('cite').first()).toContainText('和光市')
})

test('a broken pack holds and says where it is broken', async ({ context, page, posted }) => {
  await settings(context, { guidelinePack: '[guideline]\nid = "mine"\nmunicipality = 1\n' })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText('こんにちは')
  await modalPost.send(page).click()
  await expect((await panel(page)).locator('.failure')).toContainText('guidelinePack:3:')
  expect(posted).toEqual([])
})

test('a pack that breaks while it is in use leaves the last good one in force', async ({ context, page }) => {
  await settings(context, { guideline: 'nagasaki' })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText('https://bit.ly/3xyz')
  await expectHeadline(page, 'blocked')
  await settings(context, { guidelinePack: 'broken' })
  const frame = await panel(page)
  await expect(frame.locator('.rejected')).toContainText('guidelinePack:1:')
  await expect(frame.locator('cite').first()).toHaveText('長崎市 7(3)')
})

test('a wrong setting is named and the others are taken', async ({ context, page }) => {
  await settings(context, { guideline: 'bunkyo', officialDomains: 'example.jp', allowedDomains: ['youtu.be'] })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText(`https://youtu.be/abcdefg ${INNOCENT}`)
  await expectHeadline(page, 'clear')
  await expect((await panel(page)).locator('.rejected')).toContainText('officialDomains')
})

test('a page that takes the frame away is held all the same, and told so', async ({ context, page, posted }) => {
  await settings(context, { guideline: 'bunkyo' })
  const said: string[] = []
  page.on('dialog', (dialog) => {
    said.push(dialog.message())
    void dialog.dismiss()
  })
  await modalPost.open(page, 'hostile=remove-frame')
  await modalPost.editor(page).click()
  await page.keyboard.insertText('https://bit.ly/3xyz')
  await expect.poll(() => marks(page, 'block')).toEqual(['https://bit.ly/3xyz'])
  await modalPost.send(page).click()
  await expect.poll(() => said.join()).toContain('bit.ly/3xyz')
  expect(posted).toEqual([])
  await clear(page, modalPost.editor(page))
  await page.keyboard.insertText(INNOCENT)
  await expect.poll(() => marks(page, 'block')).toEqual([])
  await modalPost.send(page).click()
  await expect.poll(() => posted.length).toBe(1)
})

test('a page that makes its editor anew while one types is held, and no character is lost', async ({ context, page, posted }) => {
  await settings(context, { guideline: 'nagasaki' })
  await modalPost.open(page, 'hostile=rerender')
  await modalPost.editor(page).click()
  const text = '詳しくは https://bit.ly/3xyz へどうぞ'
  for (const character of text) {
    await page.keyboard.insertText(character)
    await page.waitForTimeout(30)
  }
  await expect.poll(() => marks(page, 'block')).toEqual(['https://bit.ly/3xyz'])
  await modalPost.send(page).click()
  await expectHeadline(page, 'blocked')
  expect((await model(modalPost.editor(page))).text).toBe(text)
  expect(posted).toEqual([])
})

test('a page that listens first does not send first', async ({ context, page, posted }) => {
  await settings(context, { guideline: 'nagasaki' })
  await modalPost.open(page, 'hostile=early-capture')
  await modalPost.editor(page).click()
  await page.keyboard.insertText('https://bit.ly/3xyz')
  await modalPost.send(page).click()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expectHeadline(page, 'blocked')
  expect(posted).toEqual([])
})

test('a restored draft is checked before the first press', async ({ context, page, posted }) => {
  await settings(context, { guideline: 'nagasaki' })
  await page.goto(`https://x.com/home?draft=${encodeURIComponent('https://bit.ly/3xyz')}`)
  await page.getByTestId('tweetButtonInline').click()
  await expectHeadline(page, 'blocked')
  expect(posted).toEqual([])
})

test('a hundred thousand characters are checked and held', async ({ context, page, posted }) => {
  test.slow()
  await settings(context, { guideline: 'nagasaki' })
  const text = `${'あ'.repeat(100_000)} https://bit.ly/3xyz`
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText(text)
  await expect.poll(() => marks(page, 'block'), { timeout: 20_000 }).toEqual(['https://bit.ly/3xyz'])
  await modalPost.send(page).click()
  await expectHeadline(page, 'blocked')
  expect(posted).toEqual([])
})

test('a lone surrogate moves no offset', async ({ context, page, posted }) => {
  await settings(context, { guideline: 'nagasaki' })
  await page.setViewportSize({ width: 400, height: 800 })
  // Draft.js itself dies of a torn emoji; a textarea takes it.
  await narrowPost.open(page)
  await narrowPost.editor(page).click()
  await narrowPost.editor(page).fill('\ud83d https://bit.ly/3xyz')
  await narrowPost.send(page).click()
  await expect((await panel(page)).locator('.written').first()).toHaveText('https://bit.ly/3xyz')
  expect(posted).toEqual([])
})

test('where the frame falls silent the worker answers: the send waits, the operator is told, and it goes once', async ({
  context,
  page,
  posted,
}) => {
  await settings(context, { guideline: 'bunkyo' })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText(INNOCENT)
  await expectHeadline(page, 'clear')
  const frame = await panel(page)
  await frame.evaluate(() => {
    MessagePort.prototype.postMessage = () => undefined
  })
  await page.keyboard.insertText('。')
  await modalPost.send(page).click()
  await expect.poll(() => notices(page), { intervals: [50] }).toContain('投稿を確認しています')
  expect(posted).toEqual([])
  await expect.poll(() => posted.map(({ variables }) => variables['tweet_text']), { timeout: 15_000 }).toEqual([`${INNOCENT}。`])
})

test('an extension that is updated under the page goes on checking', async ({ context, page, posted }) => {
  await settings(context, { guideline: 'bunkyo' })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText(INNOCENT)
  await expectHeadline(page, 'clear')
  await driverOf(context).inExtension(() => {
    chrome.runtime.reload()
  }, undefined)
  await page.waitForTimeout(1000)
  await page.keyboard.insertText(' https://bit.ly/3xyz')
  await modalPost.send(page).click()
  await expect.poll(() => marks(page, 'block')).toEqual(['https://bit.ly/3xyz'])
  expect(posted).toEqual([])
})

test('the panel answers to nobody but its page’s content script', async ({ context, page }) => {
  await settings(context, { guideline: 'nagasaki' })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText('https://bit.ly/3xyz')
  await expectHeadline(page, 'blocked')
  const reached = await page.evaluate(() => ({
    frames: window.length,
    root: document.querySelector('kakunin-panel')?.shadowRoot ?? null,
  }))
  expect(reached).toEqual({ frames: 0, root: null })
})
