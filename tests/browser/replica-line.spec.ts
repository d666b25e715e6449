// LINE's own ways in the replica, without the extension.
import type { Page } from '@playwright/test'
import { expect, test } from './support/browser.ts'
import {
  LINE_CHATS,
  lineBroadcast,
  lineBroadcastEditable,
  lineBroadcastExtended,
  lineChat,
  lineChatCtrl,
  lineChatShift,
  lineVoom,
  model,
} from './support/surfaces.ts'

const footer = (page: Page, name: string) => page.locator('.footer').getByRole('button', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')

test.describe('a broadcast', () => {
  test('goes out behind the dialog, at once, to all, and to LINE VOOM', async ({ page, posted }) => {
    await lineBroadcast.open(page)
    await expect(footer(page, '配信')).toBeDisabled()
    await lineBroadcast.editor(page).click()
    await page.keyboard.type('避難訓練のお知らせ')
    await expect(page.locator('.counter')).toHaveText('9/500')
    await expect(page.getByLabel('LINE VOOMに投稿')).toBeChecked()
    await lineBroadcast.advance?.(page)
    await expect(dialog(page)).toContainText('メッセージを配信しますか？')
    expect(posted).toEqual([])
    await lineBroadcast.send(page).click()
    await expect(page.getByRole('alert')).toHaveText('配信しました。')
    await expect(page).toHaveURL(/\/broadcast\/$/)
    expect(posted).toMatchObject([
      {
        operation: 'broadcasts/v2',
        host: 'manager.line.biz',
        path: '/api/bots/@nagasaki_koho/broadcasts/v2',
        type: 'application/json',
        variables: {
          status: 'SCHEDULED',
          immediate: true,
          withTimeline: true,
          targetingType: 'ALL',
          balloons: [{ contentType: 'TEXT', text: '避難訓練のお知らせ', emojis: [] }],
        },
      },
    ])
  })

  test('has three balloons at most, each with its own text', async ({ page, posted }) => {
    await lineBroadcast.open(page)
    const add = page.getByRole('button', { name: '＋追加' })
    await lineBroadcast.editor(page).fill('一')
    await add.click()
    await lineBroadcast.editor(page, 1).fill('二')
    await add.click()
    await lineBroadcast.editor(page, 2).fill('三')
    await expect(add).toBeDisabled()
    await page.getByRole('button', { name: '削除' }).nth(1).click()
    expect((await model(lineBroadcast.editor(page, 1))).text).toBe('三')
    await lineBroadcast.advance?.(page)
    await lineBroadcast.send(page).click()
    await expect.poll(() => lineBroadcast.sent(posted)).toEqual(['一\n三'])
  })

  test('a draft and a test are no broadcasts', async ({ page, posted }) => {
    await lineBroadcast.open(page)
    await lineBroadcast.editor(page).fill('下書き')
    await footer(page, '下書き保存').click()
    await expect(page.getByRole('alert')).toHaveText('下書きを保存しました。')
    await footer(page, 'テスト配信').click()
    await dialog(page).getByRole('button', { name: '自分のみ' }).click()
    await expect(page.getByRole('alert')).toHaveText('テスト配信しました。')
    expect(posted.map(({ operation, variables }) => [operation, variables['status'] ?? variables['target']])).toEqual([
      ['broadcasts/v2', 'DRAFTED'],
      ['message/test', 'SELF'],
    ])
    expect(lineBroadcast.sent(posted)).toEqual([])
  })

  test('is scheduled, without LINE VOOM, through the older endpoint', async ({ page, posted }) => {
    await lineBroadcast.open(page, 'api=v1')
    await lineBroadcast.editor(page).fill('予約')
    await page.getByLabel('日時を指定').check()
    await expect(footer(page, '配信')).toBeDisabled()
    await page.getByLabel('配信日時').fill('2027-04-01T09:30')
    await page.getByLabel('LINE VOOMに投稿').uncheck()
    await lineBroadcast.advance?.(page)
    await lineBroadcast.send(page).click()
    await expect(page.getByRole('alert')).toHaveText('配信を予約しました。')
    expect(posted[0]).toMatchObject({
      operation: 'broadcasts',
      variables: { immediate: false, withTimeline: false, scheduledDate: Date.parse('2027-04-01T09:30+09:00') / 1000 },
    })
  })

  test('the dialog can be left, with the text still there', async ({ page, posted }) => {
    await lineBroadcast.open(page, `draft=${encodeURIComponent('下書き\n二行目')}`)
    await lineBroadcast.advance?.(page)
    await dialog(page).getByRole('button', { name: 'キャンセル' }).click()
    await expect(dialog(page)).toHaveCount(0)
    expect((await model(lineBroadcast.editor(page))).text).toBe('下書き\n二行目')
    expect(posted).toEqual([])
  })

  test('takes 500 characters, and pictures', async ({ page, posted }) => {
    await lineBroadcast.open(page)
    await lineBroadcast.editor(page).fill('あ'.repeat(501))
    await expect(footer(page, '配信')).toBeDisabled()
    await page.getByRole('tab', { name: '写真' }).click()
    await page.locator('.balloon input[type="file"]').setInputFiles({ name: 'chirashi.png', mimeType: 'image/png', buffer: Buffer.from('') })
    await lineBroadcast.advance?.(page)
    await lineBroadcast.send(page).click()
    await expect.poll(() => posted[0]?.variables['balloons']).toMatchObject([{ contentType: 'IMAGE', contentHash: 'chirashi.png' }])
  })

  test('v-model waits for the conversion', async ({ page }) => {
    await lineBroadcast.open(page)
    const editor = lineBroadcast.editor(page)
    await editor.click()
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'みかくてい', selectionStart: 5, selectionEnd: 5 })
    await expect(editor).toHaveValue('みかくてい')
    expect((await model(editor)).text).toBe('')
    await session.send('Input.insertText', { text: '確定' })
    await expect.poll(async () => (await model(editor)).text).toBe('確定')
  })

  for (const surface of [lineBroadcastExtended, lineBroadcastEditable]) {
    test(`${surface.name}: balloons stand apart`, async ({ page, posted }) => {
      await surface.open(page)
      await surface.editor(page).click()
      await page.keyboard.type('一')
      await page.getByRole('button', { name: '＋追加' }).click()
      await surface.editor(page, 1).click()
      await page.keyboard.type('二')
      expect((await model(surface.editor(page, 0))).text).toBe('一')
      expect((await model(surface.editor(page, 1))).text).toBe('二')
      await surface.advance?.(page)
      await surface.send(page).click()
      await expect.poll(() => surface.sent(posted)).toEqual(['一\n二'])
    })
  }
})

test.describe('the chat', () => {
  test('has its text box in an open shadow root, and tells what is in it', async ({ page }) => {
    await lineChat.open(page)
    await lineChat.editor(page).click()
    await page.keyboard.type('返事')
    const seen = await page.locator('textarea-ex#editor').evaluate((host) => ({
      mode: host.shadowRoot?.mode,
      inner: host.shadowRoot?.querySelector('textarea.input[part="input"]') !== null,
      value: (host as unknown as { value: string[] }).value,
      placeholder: host.getAttribute('placeholder'),
    }))
    expect(seen).toEqual({ mode: 'open', inner: true, value: ['返事'], placeholder: 'メッセージを入力' })
    expect(await page.locator('.chat-page').evaluate((element) => '__vue__' in element)).toBe(true)
    await expect(page.locator('div.account-name')).toHaveText('長崎市広報デモ')
  })

  test('the request names bot and chat', async ({ page, posted }) => {
    await lineChat.open(page)
    await lineChat.editor(page).fill('20時までです。')
    await lineChat.send(page).click()
    await expect(page.locator('.chat-reverse .chat-body')).toHaveText('20時までです。')
    expect(posted).toMatchObject([
      {
        operation: 'messages/send',
        host: 'chat.line.biz',
        path: `/api/v1/bots/U00000000000000000000000000000a01/chats/${LINE_CHATS[0]}/messages/send`,
        variables: { type: 'textV2', text: '20時までです。' },
      },
    ])
  })

  test('other keys than the chosen one make a line', async ({ page, posted }) => {
    for (const surface of [lineChatShift, lineChatCtrl]) {
      await surface.open(page)
      await surface.editor(page).click()
      await page.keyboard.type('一')
      await page.keyboard.press('Enter')
      await page.keyboard.type('二')
      expect((await model(surface.editor(page))).text).toBe('一\n二')
    }
    await page.getByLabel('送信方法').selectOption('enter')
    await lineChat.editor(page).click()
    await page.keyboard.press('Enter')
    await expect.poll(() => lineChat.sent(posted)).toEqual(['一\n二'])
  })

  test('a draft stays in the box when another conversation is shown', async ({ page, posted }) => {
    await lineChat.open(page, 'switch=300')
    await lineChat.editor(page).click()
    await page.keyboard.type('はなさんへ')
    await expect(page).toHaveURL(new RegExp(`${LINE_CHATS[1]}$`))
    expect((await model(lineChat.editor(page))).text).toBe('はなさんへ')
    await lineChat.send(page).click()
    await expect.poll(() => posted[0]?.path).toContain(`/chats/${LINE_CHATS[1]}/`)
  })

  test('the list changes the conversation, without loading', async ({ page }) => {
    await lineChat.open(page)
    await page.evaluate(() => Object.assign(window, { same: true }))
    await page.locator('.list-group-item-chat').nth(1).locator('a.d-flex').click()
    await expect(page.locator('.chat-head')).toHaveText('港まつりデモ')
    expect(await page.evaluate(() => 'same' in window)).toBe(true)
  })

  test('is locked while the account answers by itself', async ({ page }) => {
    await lineChat.open(page, 'mode=auto')
    await expect(lineChat.editor(page)).toBeDisabled()
    await page.getByRole('button', { name: '手動チャットに切り替え' }).click()
    await lineChat.editor(page).fill('手動')
    await expect(lineChat.send(page)).toBeEnabled()
  })

  test('takes 20 messages a minute', async ({ page, posted }) => {
    await lineChat.open(page)
    await lineChat.editor(page).click()
    for (let count = 1; count <= 21; count++) {
      await page.keyboard.type(String(count))
      await page.keyboard.press('Enter')
    }
    await expect(page.getByRole('alert')).toContainText('上限')
    expect(posted).toHaveLength(20)
  })

  test('a saved reply is put in, not sent', async ({ page, posted }) => {
    await lineChat.open(page)
    await lineChat.editor(page).fill('はい。')
    await page.getByRole('button', { name: '定型文' }).click()
    await page.getByRole('button', { name: '担当課からお電話いたします。' }).click()
    await expect.poll(async () => (await model(lineChat.editor(page))).text).toContain('担当課から')
    expect(posted).toEqual([])
  })

  test('schedules, and sends files', async ({ page, posted }) => {
    await lineChat.open(page)
    await lineChat.editor(page).fill('予約')
    await page.getByRole('button', { name: '送信予約' }).click()
    await page.getByLabel('送信日時').fill('2027-04-01T09:30')
    await page.getByRole('button', { name: '予約', exact: true }).click()
    await expect(page.getByRole('alert')).toHaveText('送信を予約しました。')
    await page.locator('.chat-editor input[type="file"]').setInputFiles({ name: 'chirashi.pdf', mimeType: 'application/pdf', buffer: Buffer.from('a') })
    await expect.poll(() => posted.length).toBe(2)
    expect(posted[0]).toMatchObject({
      operation: 'messages/scheduled',
      variables: { message: { type: 'textV2', text: '予約' }, scheduledAt: Date.parse('2027-04-01T09:30+09:00') },
    })
    expect(posted[1]).toMatchObject({ operation: 'messages/sendFile', variables: { file: 'chirashi.pdf' } })
  })
})

test('VOOM Studio has a box and a button', async ({ page, posted }) => {
  await lineVoom.open(page)
  await lineVoom.editor(page).fill('投稿します')
  await lineVoom.send(page).click()
  await expect(page.getByRole('alert')).toHaveText('投稿しました。')
  expect(posted[0]?.host).toBe('voom-studio.line.biz')
})
