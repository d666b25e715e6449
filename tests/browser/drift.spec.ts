// A page that was rebuilt: what the adapter's own selectors no longer find is found by its words, and said to be so.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, settings, test } from './support/browser.ts'
import { driverOf } from './support/driver.ts'
import { expectHeadline, panel } from './support/panel.ts'
import { record } from './support/record.ts'
import { modalPost, modalReply } from './support/surfaces.ts'

const FORBIDDEN = '詳しくは https://bit.ly/3xyz へ'

/** Serves X with every test id under another name, as after a rebuild of its page. */
async function rename(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const renamed = new MutationObserver(() => {
      for (const element of document.querySelectorAll('[data-testid]')) {
        element.setAttribute('data-rebuilt', element.getAttribute('data-testid') ?? '')
        element.removeAttribute('data-testid')
      }
    })
    renamed.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-testid'] })
  })
}

const box = (page: Page) => page.getByRole('dialog').locator('[contenteditable="true"]')
const control = (page: Page) => page.getByRole('dialog').locator('[data-rebuilt="tweetButton"]')

async function writeOnRebuilt(page: Page): Promise<void> {
  await rename(page)
  await page.goto('https://x.com/home')
  await page.locator('[data-rebuilt="SideNav_NewTweet_Button"]').click()
  await box(page).click()
  await page.keyboard.insertText(FORBIDDEN)
}

test('a page whose test ids were all renamed is held all the same, and says 未検証', async ({ context, page, posted }) => {
  await settings(context, { guideline: 'bunkyo' })
  await writeOnRebuilt(page)
  await expectHeadline(page, 'blocked')
  await expect((await panel(page)).locator('#unverified')).toContainText('未検証')
  await control(page).click()
  await page.keyboard.press('Control+Enter')
  await page.waitForTimeout(1000)
  expect(posted).toEqual([])
})

test('the drift stands in the record, once, and on the toolbar', async ({ context, page }) => {
  await settings(context, { guideline: 'bunkyo' })
  await writeOnRebuilt(page)
  await expectHeadline(page, 'blocked')
  await expect.poll(async () => (await record(context)).map(({ event }) => event)).toEqual(['drift'])
  expect((await record(context))[0]?.reason).toContain('x.com/')
  const titles = await driverOf(context).inExtension(async () => {
    const tabs = await chrome.tabs.query({})
    return await Promise.all(tabs.map(({ id }) => chrome.action.getTitle(id === undefined ? {} : { tabId: id })))
  }, undefined)
  expect(titles.join('\n')).toContain('一部だけ')
})

test('settings with new selectors mend it without a rebuild, at once', async ({ context, page, posted }) => {
  const shipped = JSON.parse(readFileSync('target/generated/platforms.json', 'utf8')) as { platform: string }[]
  const x = JSON.stringify(shipped.find(({ platform }) => platform === 'x'))
  const mended = x.replaceAll('data-testid', 'data-rebuilt')
  await settings(context, { guideline: 'bunkyo' })
  await writeOnRebuilt(page)
  await expect((await panel(page)).locator('#unverified')).toContainText('未検証')
  await settings(context, { guideline: 'bunkyo', platformAdapters: [mended] })
  await page.keyboard.insertText('。')
  await expect((await panel(page)).locator('#unverified')).toBeEmpty()
  await expectHeadline(page, 'blocked')
  await control(page).click()
  await page.waitForTimeout(500)
  expect(posted).toEqual([])
})

test('an adapter that cannot be read is refused, and the one that ships stays', async ({ context, page }) => {
  await settings(context, { guideline: 'bunkyo', platformAdapters: ['{"platform": "x", "hosts": 3}'] })
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText(FORBIDDEN)
  await expectHeadline(page, 'blocked')
  await expect((await panel(page)).locator('.rejected')).toContainText('platformAdapters')
  await expect((await panel(page)).locator('#unverified')).toBeEmpty()
})

test('a page as it should be drifts nowhere', async ({ context, page }) => {
  await settings(context, { guideline: 'bunkyo' })
  for (const surface of [modalPost, modalReply]) {
    await surface.open(page)
    await surface.editor(page).click()
    await page.keyboard.insertText(FORBIDDEN)
    await expectHeadline(page, 'blocked')
    await expect((await panel(page)).locator('#unverified')).toBeEmpty()
  }
  expect(await record(context)).toEqual([])
})
