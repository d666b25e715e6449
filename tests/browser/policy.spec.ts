// What IT sets by the browser's own policy, in a Chromium that policy has given the packed extension.
import { expect, test } from './support/browser.ts'
import { launchChromium, storeSettings, type UnderPolicy } from './support/managed.ts'
import { panel } from './support/panel.ts'
import { modalPost } from './support/surfaces.ts'

test.describe.configure({ mode: 'serial' })

let managed: UnderPolicy

test.beforeAll(async ({ kind }) => {
  test.skip(kind === 'firefox', 'Firefox reads its policies.json at the start only, and for all profiles')
  managed = await launchChromium({ guideline: 'bunkyo' })
})

test.afterAll(async ({ kind }) => {
  if (kind === 'chromium') await managed.close()
})

/** Writes a post, so that the panel says whose guideline is in force. */
async function municipality() {
  const { page } = managed
  await modalPost.open(page)
  await modalPost.editor(page).click()
  await page.keyboard.insertText('詳しくは https://bit.ly/3xyz へ')
  return (await panel(page)).locator('#municipality')
}

test('the settings of policy go before the operator’s own', async () => {
  await storeSettings(managed.own, { guideline: 'wako' })
  // A browser that has just installed the extension does not know its settings yet.
  await expect(async () => {
    await expect(await municipality()).toHaveText('文京区', { timeout: 2000 })
  }).toPass({ timeout: 30_000 })
})

test('a change is taken while the browser runs', async () => {
  const shown = await municipality()
  await managed.setPolicy({ guideline: 'nagasaki' })
  await expect(shown).toHaveText('長崎市', { timeout: 30_000 })
})

test('a guideline that does not exist leaves the last good one in force, and is named', async () => {
  const shown = await municipality()
  await managed.setPolicy({ guideline: 'atlantis' })
  const rejected = (await panel(managed.page)).locator('.rejected')
  await expect(rejected).toContainText('atlantis', { timeout: 30_000 })
  await expect(shown).toHaveText('長崎市')
  // In a page that is opened later too.
  await expect(await municipality()).toHaveText('長崎市')
})

test('what policy said last is in force while the browser does not know it yet', async () => {
  await managed.setPolicy({})
  const kept = () => managed.own.evaluate(() => chrome.storage.local.get<{ policy?: { settings: object } }>('policy'))
  // Policy that was taken away is no policy.
  await expect.poll(async () => (await kept()).policy?.settings, { timeout: 30_000 }).toEqual({})
  await managed.own.evaluate(() => chrome.storage.local.set({ policy: { settings: { guideline: 'joetsu' }, at: 0 } }))
  await expect(await municipality()).toHaveText('上越市')
})
