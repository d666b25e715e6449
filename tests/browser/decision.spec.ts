// What happens between "send" and sent: answers, reasons, emergencies, and the record of all that.
import { expect, settings, test } from './support/browser.ts'
import { answerAll, expectHeadline, panel, REASON } from './support/panel.ts'
import { record } from './support/record.ts'
import { inlinePost, modalPost, modalReply } from './support/surfaces.ts'

const FINE = '市民まつりの写真展を開きます。 https://www.city.nagasaki.lg.jp/'
/** Nothing of a fine post needs to be said but who approved it. */
const NAGASAKI = { guideline: 'nagasaki', officialDomains: ['city.nagasaki.lg.jp'], managedDevice: true }

async function write(page: Parameters<typeof panel>[0], text: string): Promise<void> {
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText(text)
}

test('who approved is asked once, kept for the next post of the account, and recorded', async ({ context, page, posted }) => {
  await settings(context, NAGASAKI)
  await write(page, FINE)
  await expectHeadline(page, 'needsAnswer')
  await modalPost.send(page).click()
  const frame = await panel(page)
  const approver = frame.getByLabel('決裁した人')
  // The keyboard is there already.
  await expect(approver).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(frame.locator('#checklist-error')).toContainText('決裁した人')
  expect(posted).toEqual([])
  await page.keyboard.type('広報課長 田中')
  await page.keyboard.press('Enter')
  await expect.poll(() => posted.length).toBe(1)
  const lines = await record(context)
  expect(lines.map(({ event }) => event)).toEqual(['held', 'answered'])
  expect(lines[1]).toMatchObject({
    platform: 'x', surface: 'post', guideline: 'nagasaki', verdict: 'needs-answer',
    answers: [{ concern: 'approval', words: '広報課長 田中' }],
  })
  expect(lines[1]?.text).toBeUndefined()

  await write(page, `${FINE}（2日目）`)
  await modalPost.send(page).click()
  await expect((await panel(page)).getByLabel('決裁した人')).toHaveValue('広報課長 田中')
})

test('長崎市: the case of an oral approval can be named, word for word', async ({ context, page, posted }) => {
  await settings(context, NAGASAKI)
  await write(page, FINE)
  await modalPost.send(page).click()
  const cases = (await panel(page)).getByLabel('口頭で決裁を受けたとき')
  await expect(cases.locator('option')).toHaveText([
    /文書/,
    'ア 既に一般に留置されている事項について再度、正しい情報として発信する場合',
    'イ イベント、競技会等の現況や結果等について情報発信する場合',
    'ウ 法令等で定められている内容を情報発信する場合',
  ])
  await cases.selectOption('7.1.i')
  await answerAll(page)
  await expect.poll(() => posted.length).toBe(1)
  expect((await record(context)).at(-1)?.answers).toEqual([
    { concern: 'approval', clauses: ['7.1', '7.1.s2'], words: REASON, case: '7.1.i' },
  ])
})

test('上越市: a reply is blocked in principle, and goes with a reason', async ({ context, page, posted }) => {
  await settings(context, { guideline: 'joetsu', recordText: true })
  await modalReply.open(page)
  await modalReply.editor(page).click()
  await page.keyboard.insertText('お問い合わせの件、市のページに掲載しました。')
  await modalReply.send(page).click()
  await answerAll(page)
  await expect.poll(() => posted.length).toBe(1)
  expect((await record(context)).at(-1)).toMatchObject({ event: 'overridden', surface: 'reply', verdict: 'blocked', text: 'お問い合わせの件、市のページに掲載しました。' })
})

test('where policy forbids overriding, a block stands', async ({ context, page, posted }) => {
  await settings(context, { guideline: 'joetsu', overrideAllowed: false })
  await modalReply.open(page)
  await modalReply.editor(page).click()
  await page.keyboard.insertText('お問い合わせの件、市のページに掲載しました。')
  await expectHeadline(page, 'blocked')
  await modalReply.send(page).click()
  await expect((await panel(page)).locator('#alert')).toContainText('送信を止めました')
  await expect((await panel(page)).locator('#checklist')).toHaveCount(0)
  expect(posted).toEqual([])
})

test('in a disaster two more actions are enough', async ({ context, page, posted }) => {
  await settings(context, NAGASAKI)
  await write(page, '本日の大雨により、東公民館を避難所として開けています。')
  await modalPost.send(page).click()
  await answerAll(page)
  await expect.poll(() => posted.length).toBe(1)
})

test('emergency posting is turned on with a reason, shown, recorded, and ends', async ({ context, page }) => {
  await settings(context, NAGASAKI)
  await write(page, FINE)
  await modalPost.send(page).click()
  const frame = await panel(page)
  await frame.getByText('災害・緊急の投稿ですか').click()
  await frame.getByLabel('緊急の理由').fill('大雨警報')
  await frame.getByRole('button', { name: '緊急投稿にする' }).click()
  await expect(frame.locator('.emergency')).toContainText('緊急投稿中')
  await expect(frame.locator('.emergency')).toContainText('大雨警報')
  await frame.getByRole('button', { name: '終了する' }).click()
  await expect(frame.locator('.emergency')).toHaveCount(0)
  const lines = await record(context)
  expect(lines.map(({ event }) => event)).toEqual(['held', 'emergency-on', 'emergency-off'])
})

test('a send while emergency posting is on is recorded as one; what stays forbidden stays held', async ({ context, page, posted }) => {
  await settings(context, NAGASAKI)
  await write(page, '詳しくは https://bit.ly/3xyz へ')
  await modalPost.send(page).click()
  const frame = await panel(page)
  await frame.getByText('災害・緊急の投稿ですか').click()
  await frame.getByLabel('緊急の理由').fill('大雨警報')
  await frame.getByLabel('緊急の理由').press('Enter')
  await expect(frame.locator('.emergency')).toContainText('緊急投稿中')
  await modalPost.send(page).click()
  await expectHeadline(page, 'blocked')
  expect(posted).toEqual([])
  await settings(context, { ...NAGASAKI, guideline: 'bunkyo' })
  await modalPost.editor(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('避難所を開けました。 https://www.city.nagasaki.lg.jp/')
  await expect(frame.locator('#headline')).not.toHaveText('このままでは送信できません')
  await modalPost.send(page).click()
  await expect.poll(() => posted.length).toBe(1)
  await expect.poll(async () => (await record(context)).at(-1)?.event).toBe('emergency')
})

test('a pilot holds nothing, shows everything, and records what would have been held', async ({ context, page, posted }) => {
  await settings(context, { ...NAGASAKI, pilotMode: true })
  await write(page, '詳しくは https://bit.ly/3xyz へ')
  await expectHeadline(page, 'warned')
  await modalPost.send(page).click()
  await expect.poll(() => posted.length).toBe(1)
  await expect.poll(async () => (await record(context)).map(({ event }) => event)).toEqual(['pilot'])
})

test('a post that cannot be checked goes where policy says so, and is recorded', async ({ context, page, posted }) => {
  await settings(context, { guideline: 'atlantis', unchecked: 'allow' })
  await inlinePost.open(page)
  await inlinePost.editor(page).click()
  await page.keyboard.insertText(FINE)
  await inlinePost.send(page).click()
  await expect.poll(() => posted.length).toBe(1)
  await expect.poll(async () => (await record(context)).map(({ event }) => event)).toEqual(['unchecked'])
})

test('the panel answers only where it can be seen', async ({ context, kind, page, posted }) => {
  test.skip(kind === 'firefox', 'Firefox tells no page whether it can be seen')
  await settings(context, NAGASAKI)
  await write(page, FINE)
  await modalPost.send(page).click()
  const frame = await panel(page)
  await frame.locator('#checklist').waitFor()
  await page.evaluate(() => {
    document.documentElement.style.opacity = '0.5'
  })
  await page.waitForTimeout(500)
  await answerAll(page)
  await expect(frame.locator('#alert')).toContainText('重なって')
  expect(posted).toEqual([])
  await page.evaluate(() => {
    document.documentElement.style.opacity = ''
  })
  await page.waitForTimeout(500)
  await answerAll(page)
  await expect.poll(() => posted.length).toBe(1)
})
