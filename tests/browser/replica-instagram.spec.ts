// Instagram's own ways in the replica, without the extension.
import { expect, test } from './support/browser.ts'
import { instagramComment, instagramMessage, instagramPost, model, openInstagramDialog, PICTURE } from './support/surfaces.ts'

test.describe('a new post', () => {
  test('says whose it is, and goes as a form', async ({ page, posted }) => {
    await instagramPost.open(page)
    await expect(instagramPost.scope(page).locator('.share-account')).toHaveText('nagasaki_koho')
    await expect(instagramPost.editor(page)).toHaveAttribute('data-lexical-editor', 'true')
    await expect(instagramPost.editor(page)).toHaveAttribute('aria-placeholder', 'キャプションを入力…')
    await instagramPost.editor(page).click()
    await page.keyboard.type('坂の上から\n#長崎')
    await page.getByPlaceholder('代替テキストを入力…').fill('夕方の坂道')
    await instagramPost.send(page).click()
    await expect(page.getByRole('heading', { name: '投稿をシェアしました' })).toBeVisible()
    expect(posted).toMatchObject([
      {
        operation: 'configure',
        host: 'www.instagram.com',
        path: '/api/v1/media/configure/',
        type: 'application/x-www-form-urlencoded;charset=UTF-8',
        variables: { caption: '坂の上から\n#長崎', custom_accessibility_caption: '夕方の坂道', source_type: 'library' },
      },
    ])
    expect(posted[0]?.variables).not.toHaveProperty('share_to_threads')
  })

  test('several pictures go as JSON that calls itself a form', async ({ page, posted }) => {
    await page.goto('https://www.instagram.com/')
    await openInstagramDialog(page, [PICTURE, { ...PICTURE, name: 'second.png' }])
    await instagramPost.editor(page).click()
    await page.keyboard.type('二枚')
    await page.getByPlaceholder('代替テキストを入力…').nth(1).fill('二枚目')
    await instagramPost.send(page).click()
    await expect.poll(() => posted.length).toBe(1)
    expect(posted[0]).toMatchObject({
      operation: 'configure_sidecar',
      type: 'application/x-www-form-urlencoded',
      variables: {
        caption: '二枚',
        children_metadata: [{ custom_accessibility_caption: '' }, { custom_accessibility_caption: '二枚目' }],
      },
    })
  })

  test('a video is a reel', async ({ page, posted }) => {
    await page.goto('https://www.instagram.com/')
    await openInstagramDialog(page, [{ ...PICTURE, name: 'a.mp4', mimeType: 'video/mp4' }])
    await instagramPost.editor(page).click()
    await page.keyboard.type('動画')
    await instagramPost.send(page).click()
    await expect(page.getByRole('heading', { name: 'リール動画がシェアされました' })).toBeVisible()
    expect(posted[0]).toMatchObject({ operation: 'configure_to_clips', variables: { caption: '動画' } })
  })

  test('goes to Threads too where the switch is on', async ({ page, posted }) => {
    await instagramPost.open(page)
    await page.getByRole('switch', { name: 'Threads' }).check()
    await instagramPost.editor(page).click()
    await page.keyboard.type('二か所へ')
    await instagramPost.send(page).click()
    await expect.poll(() => posted[0]?.variables).toMatchObject({ caption: '二か所へ', share_to_threads: '1' })
  })

  test('back and forth, the caption is still there', async ({ page, posted }) => {
    await instagramPost.open(page, `draft=${encodeURIComponent('下書き\n二行目')}`)
    await instagramPost.scope(page).locator('[role="button"]:has(svg[aria-label="戻る"])').click()
    await expect(instagramPost.editor(page)).toHaveCount(0)
    await instagramPost.scope(page).getByRole('button', { name: '次へ' }).click()
    expect((await model(instagramPost.editor(page))).text).toBe('下書き\n二行目')
    await instagramPost.editor(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('、続き')
    await instagramPost.send(page).click()
    await expect.poll(() => instagramPost.sent(posted)).toEqual(['下書き\n二行目、続き'])
  })

  test('a refused request keeps the caption', async ({ page, context }) => {
    await context.route('**/api/v1/media/**', (route) => route.abort('blockedbyclient'))
    await instagramPost.open(page)
    await instagramPost.editor(page).click()
    await page.keyboard.type('残る')
    await instagramPost.send(page).click()
    await expect(page.getByRole('alert')).toBeVisible()
    expect((await model(instagramPost.editor(page))).text).toBe('残る')
  })
})

test('a comment goes through the older endpoint too', async ({ page, posted }) => {
  await instagramComment.open(page, 'comment=rest')
  await expect(page.locator('form textarea[aria-label="コメントを追加…"]').first()).toBeVisible()
  await instagramComment.editor(page).click()
  await page.keyboard.type('ありがとうございます')
  await page.keyboard.press('Enter')
  await expect.poll(() => posted).toMatchObject([
    { path: '/api/v1/web/comments/3400000000000000001/add/', variables: { comment_text: 'ありがとうございます' } },
  ])
})

test.describe('messages', () => {
  test('name the thread', async ({ page, posted }) => {
    await instagramMessage.open(page)
    await expect(instagramMessage.send(page)).toHaveCount(0)
    await instagramMessage.editor(page).click()
    await page.keyboard.type('はい')
    await instagramMessage.send(page).click()
    await expect(page.locator('.message-own')).toHaveText('はい')
    expect(posted[0]).toMatchObject({
      operation: 'IGDirectTextSendMutation',
      path: '/api/graphql',
      variables: { ig_thread_igid: '17000000000000001', text: { sensitive_string_value: 'はい' } },
    })
  })

  test('are plain text in the other form of the request', async ({ page, posted }) => {
    await instagramMessage.open(page, 'dm=plain')
    await instagramMessage.editor(page).click()
    await page.keyboard.type('はい')
    await page.keyboard.press('Enter')
    await expect.poll(() => posted[0]?.variables['text']).toBe('はい')
  })

  test('another thread has another box, without loading', async ({ page }) => {
    await instagramMessage.open(page)
    await instagramMessage.editor(page).click()
    await page.keyboard.type('はなさんへ')
    await page.getByRole('link', { name: /港まつり/ }).click()
    await expect(page).toHaveURL(/17000000000000002\/$/)
    expect((await model(instagramMessage.editor(page))).text).toBe('')
  })
})
