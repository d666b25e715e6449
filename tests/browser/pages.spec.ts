// Kakunin's own pages: the popup and the record.
import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import { expect, extensionAddress, settings, test } from './support/browser.ts'
import { driverOf } from './support/driver.ts'
import { answerAll, expectHeadline, panel } from './support/panel.ts'
import { record } from './support/record.ts'
import { modalPost } from './support/surfaces.ts'

/** Sends a post that is held and answered: two lines of the record. */
async function sendOne(context: BrowserContext, page: Page): Promise<void> {
  await settings(context, { guideline: 'nagasaki' })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText('市民まつりの写真展を開きます。')
  await expectHeadline(page, 'needsAnswer')
  await modalPost.send(page).click()
  await answerAll(page)
  await expect.poll(async () => (await record(context)).length).toBe(2)
}

test('the popup names the guideline, counts today, and switches emergency posting', async ({ context, page }) => {
  await sendOne(context, page)

  const popup = await context.newPage()
  await popup.goto(await extensionAddress(context, 'popup.html'))
  await expect(popup.getByText('長崎市ソーシャルメディアの利用に関するガイドライン')).toBeVisible()
  await expect(popup.locator('.counts')).toContainText('止めた送信1確認して送信1')
  await popup.getByText('災害・緊急の投稿ですか').click()
  await popup.getByLabel('緊急の理由').fill('大雨警報')
  await popup.getByLabel('緊急の理由').press('Enter')
  await expect(popup.locator('.emergency')).toContainText('緊急投稿中')
  await page.bringToFront()
  // The panel shows it beside every box, written or not.
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await expect((await panel(page)).locator('.emergency')).toContainText('大雨警報')
})

test('the record is shown, searched, exported, and a changed line is found', async ({ context, page }) => {
  await sendOne(context, page)

  const history = await context.newPage()
  const address = await extensionAddress(context, 'history.html')
  await history.goto(address)
  await expect(history.locator('.chain')).toContainText('2件')
  await expect(history.locator('.entry')).toHaveCount(2)
  await history.getByLabel('できごと').selectOption('Answered and sent')
  await expect(history.locator('.entry')).toHaveCount(1)
  await history.getByLabel('できごと').selectOption('')
  await history.getByLabel('理由・アカウント').fill('ない言葉')
  await expect(history.locator('.entry')).toHaveCount(0)
  await expect(history.getByText('記録はありません。')).toBeVisible()

  const [download] = await Promise.all([history.waitForEvent('download'), history.getByRole('button', { name: 'CSV' }).click()])
  const [head, ...rows] = readFileSync(await download.path(), 'utf8').trim().split('\n')
  expect(head).toContain('chain,seq,at,event')
  expect(rows).toHaveLength(2)

  await driverOf(context).inExtension(async () => {
    const stored = await chrome.storage.local.get()
    const [key = ''] = Object.keys(stored).filter((key) => key.startsWith('record:')).sort()
    await chrome.storage.local.set({ [key]: String(stored[key]).replace('held', 'pilot') })
  }, undefined)
  await history.goto(address)
  await expect(history.locator('.chain.broken')).toContainText('1: 書き換えられています')
})

test('a record of 100,000 lines opens', async ({ context }) => {
  await driverOf(context).inExtension(async () => {
    for (let from = 0; from < 100_000; from += 10_000) {
      const lines = Array.from({ length: 10_000 }, (_, index) => {
        const seq = from + index + 1
        const said = { chain: 'a', seq, previous: '', event: 'held', at: '2026-11-24T01:00:00Z', version: '0.1.0', platform: 'x', hash: '' }
        return [`record:a:${String(seq).padStart(10, '0')}`, JSON.stringify(said)] as const
      })
      await chrome.storage.local.set(Object.fromEntries<string>(lines))
    }
  }, undefined)
  const history = await context.newPage()
  await history.goto(await extensionAddress(context, 'history.html'))
  await expect(history.locator('.entry')).toHaveCount(200, { timeout: 30_000 })
  await history.getByRole('button', { name: 'さらに表示' }).click()
  await expect(history.locator('.entry')).toHaveCount(400)
})
