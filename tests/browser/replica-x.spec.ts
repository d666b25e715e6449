// X's further surfaces in the replica, without the extension: scheduled posts, Chat, profile, ALT.
import { expect, test } from './support/browser.ts'
import { inlinePost, modalPost, model, PICTURE, profileEdit, scheduledPost, xChat } from './support/surfaces.ts'

const toast = '[data-testid="toast"]'

test.describe('a scheduled post', () => {
  test('names its time, and its button says so', async ({ page, posted }) => {
    await modalPost.open(page)
    await page.keyboard.type('予約します')
    await modalPost.scope(page).getByTestId('scheduleOption').click()
    // The form stands in place of the box.
    await expect(modalPost.editor(page)).toHaveCount(0)
    const year = String(new Date().getFullYear() + 1)
    for (const [label, value] of [['年', year], ['月', '4'], ['日', '1'], ['時間', '9'], ['分', '30']] as const) {
      await page.getByLabel(label, { exact: true }).selectOption(value)
    }
    await page.getByTestId('scheduledConfirmationPrimaryAction').click()
    expect((await model(modalPost.editor(page))).text).toBe('予約します')
    await expect(modalPost.send(page)).toHaveText('予約設定')
    await modalPost.send(page).click()
    await expect(page.locator(toast)).toHaveText('ポストを予約しました。')
    expect(posted).toMatchObject([
      {
        operation: 'CreateScheduledTweet',
        variables: {
          post_tweet_request: { status: '予約します', media_ids: [] },
          execute_at: Date.parse(`${year}-04-01T09:30+09:00`) / 1000,
        },
      },
    ])
  })

  test('can be made one of now again', async ({ page, posted }) => {
    await scheduledPost.open(page)
    await page.getByTestId('scheduleOption').last().click()
    await page.getByRole('button', { name: 'クリア' }).click()
    await expect(modalPost.send(page)).toHaveText('ポストする')
    await modalPost.editor(page).click()
    await page.keyboard.type('今')
    await modalPost.send(page).click()
    await expect.poll(() => posted.map(({ operation }) => operation)).toEqual(['CreateTweet'])
  })

  test('the home box opens the form in a dialog', async ({ page, posted }) => {
    await inlinePost.open(page)
    await inlinePost.editor(page).click()
    await page.keyboard.type('ホームから')
    await inlinePost.scope(page).getByTestId('scheduleOption').click()
    await page.getByRole('dialog').getByTestId('scheduledConfirmationPrimaryAction').click()
    await expect(inlinePost.send(page)).toHaveText('予約設定')
    await inlinePost.send(page).click()
    await expect.poll(() => scheduledPost.sent(posted)).toEqual(['ホームから'])
    await expect(inlinePost.send(page)).toHaveText('ポストする')
  })
})

test('what a picture shows is told before the post', async ({ page, posted }) => {
  await modalPost.open(page)
  await page.keyboard.type('写真つき')
  await modalPost.scope(page).getByTestId('fileInput').setInputFiles(PICTURE)
  await modalPost.scope(page).getByTestId('altTextButton').click()
  await page.getByTestId('altTextInput').fill('港の花火')
  await page.getByTestId('applyButton').click()
  await expect(modalPost.scope(page).getByTestId('altTextButton')).toHaveText('ALT')
  await modalPost.send(page).click()
  await expect.poll(() => posted.map(({ operation }) => operation)).toEqual(['media/metadata/create', 'CreateTweet'])
  expect(posted[0]?.variables['alt_text']).toEqual({ text: '港の花火' })
})

test.describe('Chat', () => {
  test('sends nothing that can be read', async ({ page, posted }) => {
    await xChat.open(page)
    await xChat.editor(page).click()
    await page.keyboard.type('ひみつ')
    await xChat.send(page).click()
    await expect.poll(() => xChat.sent(posted)).toEqual(['ひみつ'])
    expect(JSON.stringify(posted)).not.toContain('ひみつ')
  })

  test('is reached without loading, and another conversation has another box', async ({ page }) => {
    await inlinePost.open(page)
    await page.getByTestId('AppTabBar_DirectMessage_Link').click()
    await expect(page).toHaveURL(/\/i\/chat$/)
    await xChat.editor(page).fill('はなさんへ')
    await page.getByRole('navigation', { name: 'チャット' }).getByRole('link').nth(1).click()
    expect((await model(xChat.editor(page))).text).toBe('')
  })
})

test('a profile is edited over the page, without loading', async ({ page, posted }) => {
  await page.goto('https://x.com/nagasaki_koho')
  await page.getByTestId('editProfileButton').click()
  await expect(page).toHaveURL(/\/settings\/profile$/)
  await profileEdit.scope(page).locator('input[name="displayName"]').fill('長崎市デモ')
  await profileEdit.editor(page).fill('新しい説明')
  await profileEdit.send(page).click()
  await expect(page.locator('.profile p')).toHaveText('新しい説明')
  await expect(profileEdit.scope(page)).toHaveCount(0)
  expect(posted).toMatchObject([{ operation: 'account/update_profile', variables: { name: '長崎市デモ', description: '新しい説明' } }])
})
