// Facebook's and Business Suite's own ways in the replica, without the extension.
import type { Page } from '@playwright/test'
import { expect, test } from './support/browser.ts'
import {
  businessDraft,
  businessLexical,
  facebookChat,
  facebookComment,
  facebookMessage,
  facebookPagePost,
  facebookPost,
  model,
  PICTURE,
} from './support/surfaces.ts'

const PAGE = '100090000000001'
const PERSON = '100000000000042'

const next = (page: Page) => facebookPost.scope(page).getByRole('button', { name: '次へ', exact: true })

test.describe('the post dialog', () => {
  test('has the marks of Lexical', async ({ page }) => {
    await facebookPost.open(page)
    const editor = facebookPost.editor(page)
    await expect(editor).toHaveAttribute('data-lexical-editor', 'true')
    await expect(editor).toHaveAttribute('aria-placeholder', 'その気持ち、シェアしよう')
    await page.keyboard.type('一\n二')
    await expect(editor.locator('p')).toHaveCount(2)
    expect(await editor.evaluate((element) => '__lexicalEditor' in element)).toBe(true)
  })

  test('says who posts, and the request does', async ({ page, posted }) => {
    await facebookPost.open(page, 'actor=person')
    await expect(facebookPost.scope(page).locator('.identity strong')).toHaveText('広報 担当デモ')
    await page.keyboard.type('個人で')
    await facebookPost.send(page).click()
    await expect(facebookPost.scope(page)).toHaveCount(0)
    expect(posted[0]).toMatchObject({
      operation: 'ComposerStoryCreateMutation',
      host: 'www.facebook.com',
      path: '/api/graphql/',
      type: 'application/x-www-form-urlencoded;charset=UTF-8',
      variables: { input: { actor_id: PERSON, message: { text: '個人で', ranges: [] } } },
      fields: { av: PERSON, __user: PERSON },
    })
  })

  test('the account is changed in the menu, without loading', async ({ page, posted }) => {
    await page.goto('https://www.facebook.com/?actor=person')
    await page.getByRole('button', { name: 'あなたのプロフィール' }).click()
    await page.getByRole('button', { name: '長崎市広報デモに切り替える' }).click()
    await page.getByRole('main').getByRole('button', { name: /シェアしよう$/ }).click()
    await expect(facebookPost.scope(page).locator('.identity strong')).toHaveText('長崎市広報デモ')
    await page.keyboard.type('ページで')
    await facebookPost.send(page).click()
    await expect.poll(() => posted[0]?.fields['av']).toBe(PAGE)
  })

  for (const first of ['hidden', 'dropped']) {
    test(`a picture makes two steps, the first ${first}`, async ({ page, posted }) => {
      await facebookPost.open(page, `first-step=${first}`)
      await page.keyboard.type('写真つき')
      await facebookPost.scope(page).locator('input[type="file"]').setInputFiles(PICTURE)
      await expect(facebookPost.scope(page).getByRole('group').locator('img')).toBeVisible()
      await expect(facebookPost.send(page)).toHaveCount(0)
      await next(page).click()
      await expect(facebookPost.scope(page).getByText('投稿の設定')).toBeVisible()
      await expect(facebookPost.scope(page).locator('[role="textbox"]')).toHaveCount(first === 'hidden' ? 1 : 0)
      expect(posted).toEqual([])
      await facebookPost.send(page).click()
      await expect(facebookPost.scope(page)).toHaveCount(0)
      expect(posted[0]?.variables).toMatchObject({ input: { message: { text: '写真つき' }, attachments: [{ photo: {} }] } })
    })

    test(`from the second step back, the text is still there (${first})`, async ({ page, posted }) => {
      await facebookPost.open(page, `steps=two&first-step=${first}`)
      await page.keyboard.type('書きかけ')
      await next(page).click()
      await page.getByRole('button', { name: '戻る' }).click()
      await facebookPost.editor(page).click()
      await page.keyboard.press('End')
      await page.keyboard.type('、続き')
      await next(page).click()
      await facebookPost.send(page).click()
      await expect.poll(() => facebookPost.sent(posted)).toEqual(['書きかけ、続き'])
    })
  }

  test('a page posts from its own address', async ({ page, posted }) => {
    await facebookPagePost.open(page)
    await page.keyboard.type('お知らせ')
    await facebookPagePost.send(page).click()
    await expect(page.getByRole('article')).toContainText('お知らせ')
    expect(posted[0]?.fields['av']).toBe(PAGE)
  })

  test('a refused request keeps the text', async ({ page, context }) => {
    await context.route('**/api/graphql/', (route) => route.abort('blockedbyclient'))
    await facebookPost.open(page)
    await page.keyboard.type('残る')
    await facebookPost.send(page).click()
    await expect(page.getByRole('alert')).toContainText('問題が発生しました')
    expect((await model(facebookPost.editor(page))).text).toBe('残る')
  })

  test('a saved draft stands there at the start', async ({ page, posted }) => {
    await facebookPost.open(page, `draft=${encodeURIComponent('下書き\n二行目')}`)
    expect((await model(facebookPost.editor(page))).text).toBe('下書き\n二行目')
    await facebookPost.send(page).click()
    await expect.poll(() => facebookPost.sent(posted)).toEqual(['下書き\n二行目'])
  })

  test('stands beside comment boxes and a chat window, each with its own text', async ({ page }) => {
    await facebookChat.open(page)
    await facebookChat.editor(page).click()
    await page.keyboard.type('返事')
    await facebookComment.editor(page).click()
    await page.keyboard.type('コメント')
    await page.getByRole('main').getByRole('button', { name: /シェアしよう$/ }).click()
    await page.keyboard.type('投稿')
    expect((await model(facebookChat.editor(page))).text).toBe('返事')
    expect((await model(facebookComment.editor(page))).text).toBe('コメント')
    expect((await model(facebookPost.editor(page))).text).toBe('投稿')
  })
})

test.describe('the editor', () => {
  test('pasted text keeps its lines', async ({ page }) => {
    await facebookPost.open(page)
    await facebookPost.editor(page).evaluate((element) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '一\n二')
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await expect.poll(async () => (await model(facebookPost.editor(page))).text).toBe('一\n二')
  })

  test('what is written into the DOM is not what is sent', async ({ page, posted }) => {
    await facebookPost.open(page)
    await page.keyboard.type('本文')
    await facebookPost.editor(page).evaluate((element) => {
      element.querySelector('p')?.after(document.createElement('p'), '偽の行')
    })
    await facebookPost.send(page).click()
    await expect.poll(() => facebookPost.sent(posted)).toEqual(['本文'])
  })

  for (const form of ['span', 'text']) {
    test(`draws emoji as ${form}`, async ({ page }) => {
      await facebookPost.open(page, `emoji=${form}`)
      await page.keyboard.type('祭り🎆')
      const editor = facebookPost.editor(page)
      await expect(editor.locator('.emoji-over-text')).toHaveCount(form === 'span' ? 1 : 0)
      await page.keyboard.press('Backspace')
      await expect.poll(async () => (await model(editor)).text).toBe('祭り')
    })
  }

  test('rerender makes it anew while one types, and keeps the model', async ({ page }) => {
    await facebookPost.open(page, 'hostile=rerender')
    const before = await facebookPost.editor(page).elementHandle()
    await page.keyboard.type('一二三四五六七八九十', { delay: 80 })
    await expect.poll(async () => (await model(facebookPost.editor(page))).text).toBe('一二三四五六七八九十')
    expect(await before.evaluate((node) => node.isConnected)).toBe(false)
  })
})

test('a comment names the post', async ({ page, posted }) => {
  await facebookComment.open(page)
  await expect(facebookComment.editor(page)).toHaveAttribute('aria-label', /コメント/)
  await facebookComment.editor(page).click()
  await page.keyboard.type('20時からです。')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').filter({ hasText: '20時からです。' }).first()).toBeVisible()
  expect(posted[0]?.variables).toMatchObject({ input: { feedback_id: 'ZmVlZGJhY2s6MTIyMTAwMDAwMDAwMDAx' } })
})

test('another conversation has another box, without loading', async ({ page, posted }) => {
  await facebookMessage.open(page)
  await facebookMessage.editor(page).click()
  await page.keyboard.type('はなさんへ')
  await page.getByRole('link', { name: /港まつり/ }).click()
  await expect(page).toHaveURL(/7000000000000002$/)
  expect((await model(facebookMessage.editor(page))).text).toBe('')
  await facebookMessage.editor(page).click()
  await page.keyboard.type('委員会へ')
  await page.keyboard.press('Enter')
  await expect.poll(() => posted[0]?.variables).toMatchObject({ body: '委員会へ', thread_fbid: '7000000000000002' })
})

test.describe('Business Suite', () => {
  test('Draft.js has no names of its own there', async ({ page }) => {
    await businessDraft.open(page)
    await expect(page.locator('div._5rpu[contenteditable="true"][role="textbox"]')).toHaveCount(1)
    await expect(page.locator('[data-contents="true"] [data-block="true"]')).toHaveCount(1)
    await expect(page.locator('[class*="public-Draft"], [class*="DraftEditor"]')).toHaveCount(0)
  })

  test('goes to the channels that are chosen', async ({ page, posted }) => {
    await businessLexical.open(page)
    await businessLexical.editor(page).click()
    await page.keyboard.type('両方へ')
    await page.getByRole('checkbox', { name: 'Facebook' }).click()
    await businessLexical.send(page).click()
    await expect(page.getByRole('heading', { name: '投稿が公開されました' })).toBeVisible()
    expect(posted[0]?.host).toBe('business.facebook.com')
    expect(posted[0]?.variables).toMatchObject({ input: { channels: ['INSTAGRAM_POST'], base: { message: { text: '両方へ' } } } })
  })

  test('schedules', async ({ page, posted }) => {
    await businessLexical.open(page)
    await businessLexical.editor(page).click()
    await page.keyboard.type('予約')
    await page.getByRole('switch').click()
    await expect(businessLexical.send(page)).toHaveText('日時を指定\u200b')
    await expect(businessLexical.send(page)).toHaveAttribute('aria-disabled', 'true')
    await page.getByLabel('日付').fill('2027-04-01')
    await page.getByLabel('時刻').fill('09:30')
    await businessLexical.send(page).click()
    await expect(page.getByRole('heading', { name: '投稿が予約されました' })).toBeVisible()
    expect(posted[0]?.variables).toMatchObject({
      input: { base: { unpublished_content_data: { scheduled_publish_time: Date.parse('2027-04-01T09:30+09:00') / 1000 } } },
    })
  })
})
