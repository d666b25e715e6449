// The replica itself, without the extension: does it behave as X's editor does, so that tests on it mean something?
import type { Page } from '@playwright/test'
import { expect, test } from './support/browser.ts'
import { cancel, compose, confirm, convert, hold, tap } from './support/keyboard.ts'
import type { Posted } from './support/server.ts'
import {
  ANSWERED,
  inlinePost,
  inlineReply,
  modalPost,
  modalQuote,
  modalReply,
  model,
  narrowPost,
  surfaces,
  thread,
} from './support/surfaces.ts'

const texts = (posted: Posted[]) => posted.map(({ variables }) => variables['tweet_text'])
const sentToast = (page: Page) => page.getByTestId('toast').filter({ hasText: 'ポストを送信しました。' })

test.describe('every surface sends what its model holds', () => {
  for (const surface of [...surfaces, inlineReply, narrowPost]) {
    test(surface.name, async ({ page, posted }) => {
      await surface.open(page, surface === narrowPost ? 'layout=narrow' : '')
      const index = surface === thread ? 1 : 0
      const editor = surface.editor(page, index)
      await expect(surface.send(page)).toBeDisabled()

      await editor.click()
      await page.keyboard.type('会場は市役所です。\n@nobody 詳しくは https://example.jp へ😀')
      const text = '会場は市役所です。\n@nobody 詳しくは https://example.jp へ😀'
      expect(await model(editor)).toEqual({ text, selection: { start: text.length, end: text.length } })

      await surface.send(page).click()
      await expect(sentToast(page)).toBeVisible()
      expect(posted.map(({ operation }) => operation)).toEqual(Array(index + 1).fill('CreateTweet'))
      expect(posted.at(-1)?.variables['tweet_text']).toBe(text)
      if (surface.scope === inlinePost.scope) {
        expect((await model(editor)).text).toBe('')
        await expect(surface.send(page)).toBeDisabled()
      } else {
        await expect(surface.scope(page)).toHaveCount(0)
        expect(new URL(page.url()).pathname).toBe('/home')
      }
    })
  }
})

test.describe('requests', () => {
  test('a reply names the post', async ({ page, posted }) => {
    await modalReply.open(page)
    await expect(modalReply.scope(page).getByTestId('tweet')).toBeVisible()
    await expect(modalReply.send(page)).toHaveText('返信')
    await page.keyboard.type('20時までです。')
    await modalReply.send(page).click()
    await expect(sentToast(page)).toBeVisible()
    expect(posted[0]?.variables['reply']).toEqual({ in_reply_to_tweet_id: ANSWERED.id, exclude_reply_user_ids: [] })
  })

  test('a quote carries the address', async ({ page, posted }) => {
    await modalQuote.open(page)
    await expect(modalQuote.scope(page).getByTestId('attachments').getByTestId('User-Name')).toBeVisible()
    await expect(modalQuote.scope(page).getByTestId('tweet')).toHaveCount(0)
    await page.keyboard.type('お知らせします。')
    await modalQuote.send(page).click()
    await expect(sentToast(page)).toBeVisible()
    expect(posted[0]?.variables['attachment_url']).toBe(`https://x.com/${ANSWERED.handle}/status/${ANSWERED.id}`)
  })

  test('each part of a thread replies to the part before', async ({ page, posted }) => {
    await thread.open(page)
    await expect(thread.send(page)).toHaveText('すべてポスト')
    await page.keyboard.type('2/2')
    await thread.send(page).click()
    await expect(sentToast(page)).toBeVisible()
    expect(texts(posted)).toEqual(['1/2', '2/2'])
    expect(posted[0]?.variables['reply']).toBeUndefined()
    expect(posted[1]?.variables['reply']).toMatchObject({ in_reply_to_tweet_id: '1990400000000000001' })
  })

  test('a picture goes along', async ({ page, posted }) => {
    await inlinePost.open(page)
    await inlinePost.scope(page).getByTestId('fileInput').setInputFiles({
      name: 'dot.png',
      mimeType: 'image/png',
      buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChAF/5q3WyQAAAABJRU5ErkJggg==', 'base64'),
    })
    await expect(inlinePost.scope(page).getByTestId('attachments').locator('img')).toBeVisible()
    await inlinePost.send(page).click()
    await expect(sentToast(page)).toBeVisible()
    expect(posted[0]?.variables['media']).toMatchObject({ media_entities: [{ tagged_users: [] }] })
  })

  test('Ctrl+Enter sends', async ({ page, posted }) => {
    await inlinePost.open(page)
    await inlinePost.editor(page).click()
    await page.keyboard.type('キーで送る')
    await page.keyboard.press('Control+Enter')
    await expect(sentToast(page)).toBeVisible()
    expect(texts(posted)).toEqual(['キーで送る'])
  })

  test('a finger sends', async ({ page, posted }) => {
    await narrowPost.open(page, 'layout=narrow')
    await narrowPost.editor(page).fill('指で送る')
    await tap(page, narrowPost.send(page))
    await expect(sentToast(page)).toBeVisible()
    expect(texts(posted)).toEqual(['指で送る'])
  })

  test('a refused request keeps the text', async ({ page, context }) => {
    await context.route('**/CreateTweet', (route) => route.abort('blockedbyclient'))
    await inlinePost.open(page)
    await inlinePost.editor(page).click()
    await page.keyboard.type('残る')
    await inlinePost.send(page).click()
    await expect(page.getByTestId('toast')).toContainText('問題が発生しました')
    expect((await model(inlinePost.editor(page))).text).toBe('残る')
  })

  test('a closed dialog can save a draft, which is not a post', async ({ page, posted }) => {
    await modalPost.open(page)
    await page.keyboard.type('書きかけ')
    await page.getByTestId('app-bar-close').click()
    await page.getByTestId('confirmationSheetConfirm').click()
    await expect(modalPost.scope(page)).toHaveCount(0)
    expect(posted.map(({ operation }) => operation)).toEqual(['CreateDraftTweet'])
  })

  test('twitter.com is the same', async ({ page, posted }) => {
    await page.goto('https://twitter.com/home')
    await inlinePost.editor(page).click()
    await page.keyboard.type('旧ドメイン')
    await inlinePost.send(page).click()
    await expect(sentToast(page)).toBeVisible()
    expect(posted[0]?.host).toBe('twitter.com')
  })
})

test.describe('the editor', () => {
  test('takes a conversion', async ({ page }) => {
    await inlinePost.open(page)
    const editor = inlinePost.editor(page)
    await editor.click()
    await compose(page, ['n', 'に', 'にほ', 'にほん', '日本'])
    await compose(page, ['の', 'のし', '市'])
    await expect.poll(() => model(editor)).toEqual({ text: '日本市', selection: { start: 3, end: 3 } })
  })

  test('takes a conversion in the middle, over a selection, and none', async ({ page }) => {
    await inlinePost.open(page)
    const editor = inlinePost.editor(page)
    await editor.click()
    await page.keyboard.type('あいう')
    await page.keyboard.press('ArrowLeft')
    await compose(page, ['か', '課'])
    await expect.poll(async () => (await model(editor)).text).toBe('あい課う')
    await page.keyboard.press('Shift+ArrowLeft')
    await compose(page, ['ぶ', '部'])
    await expect.poll(() => model(editor)).toEqual({ text: 'あい部う', selection: { start: 3, end: 3 } })
    await convert(page, ['き', 'きえ', 'きえる'])
    await cancel(page)
    await expect.poll(() => model(editor)).toEqual({ text: 'あい部う', selection: { start: 3, end: 3 } })
  })

  test('Enter makes a block, and undo takes it back', async ({ page }) => {
    await inlinePost.open(page)
    const editor = inlinePost.editor(page)
    await editor.click()
    await page.keyboard.type('一行目\n\n三行目')
    await expect(editor.locator('[data-block="true"]')).toHaveCount(3)
    expect((await model(editor)).text).toBe('一行目\n\n三行目')
    await page.keyboard.press('Control+z')
    expect((await model(editor)).text).not.toBe('一行目\n\n三行目')
  })

  test('a held key repeats', async ({ page }) => {
    await inlinePost.open(page)
    await inlinePost.editor(page).click()
    await page.keyboard.type('1234567890')
    await hold(page, 'Backspace', 3)
    expect((await model(inlinePost.editor(page))).text).toBe('123456')
  })

  test('pasted text keeps its lines', async ({ page }) => {
    await inlinePost.open(page)
    await inlinePost.editor(page).click()
    await inlinePost.editor(page).evaluate((element) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '一\n二')
      clipboardData.setData('text/html', '<b>一</b><br>二')
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    expect((await model(inlinePost.editor(page))).text).toBe('一\n二')
  })

  test('a saved draft stands there at the start', async ({ page, posted }) => {
    await inlinePost.open(page, `draft=${encodeURIComponent('下書き\n二行目')}`)
    expect((await model(inlinePost.editor(page))).text).toBe('下書き\n二行目')
    await inlinePost.send(page).click()
    await expect(sentToast(page)).toBeVisible()
    expect(texts(posted)).toEqual(['下書き\n二行目'])
  })

  test('a saved draft stands in the dialog when the page opens with it', async ({ page }) => {
    await page.goto(`https://x.com/compose/post?draft=${encodeURIComponent('つづき')}`)
    expect((await model(modalPost.editor(page))).text).toBe('つづき')
    expect((await model(inlinePost.editor(page))).text).toBe('')
  })

  for (const form of ['img', 'span']) {
    test(`draws emoji as ${form} and keeps them in the model`, async ({ page, posted }) => {
      await inlinePost.open(page, `emoji=${form}`)
      const editor = inlinePost.editor(page)
      await editor.click()
      await page.keyboard.type('祭り🎆')
      if (form === 'img') {
        await expect(editor.locator('img[alt="🎆"]')).toBeVisible()
        expect(await editor.innerText()).toBe('祭り')
      } else {
        await expect(editor.locator('img')).toHaveCount(0)
        expect(await editor.innerText()).toBe('祭り🎆')
      }
      await compose(page, ['は', '花'])
      await expect.poll(async () => (await model(editor)).text).toBe('祭り🎆花')
      await page.keyboard.type('👨‍👩‍👧')
      await compose(page, ['か', '火'])
      await expect.poll(async () => (await model(editor)).text).toBe('祭り🎆花👨‍👩‍👧火')
      await page.keyboard.press('Home')
      for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowRight')
      await compose(page, ['だ', '大'])
      await expect.poll(async () => (await model(editor)).text).toBe('祭り大🎆花👨‍👩‍👧火')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Backspace')
      expect((await model(editor)).text).toBe('祭り大花👨‍👩‍👧火')
      await page.keyboard.press('End')
      await page.keyboard.type('😀')
      await page.keyboard.type('!')
      await page.keyboard.press('Enter')
      await page.keyboard.type('🎆🎆')
      await inlinePost.send(page).click()
      await expect(sentToast(page)).toBeVisible()
      expect(texts(posted)).toEqual(['祭り大花👨‍👩‍👧火😀!\n🎆🎆'])
    })
  }
})

test.describe('the page changes under the writer', () => {
  test('tabs take the home box away and bring another, with its text', async ({ page }) => {
    await inlinePost.open(page)
    await inlinePost.editor(page).click()
    await page.keyboard.type('消えない')
    const before = await inlinePost.editor(page).elementHandle()
    await page.getByRole('tab', { name: 'フォロー中' }).click()
    await expect(inlinePost.editor(page)).toHaveCount(0)
    await inlinePost.editor(page).waitFor()
    expect(await before.evaluate((node) => node.isConnected)).toBe(false)
    expect((await model(inlinePost.editor(page))).text).toBe('消えない')
  })

  test('inline box and dialog stand there at once, each with its own text', async ({ page }) => {
    await inlinePost.open(page)
    await inlinePost.editor(page).click()
    await page.keyboard.type('ホームの下書き')
    await page.getByTestId('SideNav_NewTweet_Button').click()
    await modalPost.editor(page).waitFor()
    expect(new URL(page.url()).pathname).toBe('/compose/post')
    await page.keyboard.type('ダイアログの下書き')
    await expect(page.getByTestId('tweetTextarea_0')).toHaveCount(2)
    expect((await model(inlinePost.editor(page))).text).toBe('ホームの下書き')
    expect((await model(modalPost.editor(page))).text).toBe('ダイアログの下書き')
  })

  test('the inline box hands its text over when a part is added', async ({ page }) => {
    await inlinePost.open(page)
    await inlinePost.editor(page).click()
    await page.keyboard.type('その一')
    await inlinePost.scope(page).getByTestId('addButton').click()
    await thread.editor(page, 1).waitFor()
    expect((await model(thread.editor(page, 0))).text).toBe('その一')
    expect((await model(inlinePost.editor(page))).text).toBe('')
  })

  test('a thread makes the send button anew when parts come and go', async ({ page }) => {
    await modalPost.open(page)
    await page.keyboard.type('一')
    const single = await modalPost.send(page).elementHandle()
    await modalPost.scope(page).getByTestId('addButton').click()
    await expect(modalPost.send(page)).toHaveText('すべてポスト')
    expect(await single.evaluate((node) => node.isConnected)).toBe(false)
    await page.keyboard.type('二')
    const double = await modalPost.send(page).elementHandle()
    await modalPost.scope(page).getByTestId('addButton').click()
    await thread.editor(page, 2).waitFor()
    expect(await double.evaluate((node) => node.isConnected)).toBe(false)
    await page.keyboard.press('Backspace')
    await expect(thread.editor(page, 2)).toHaveCount(0)
    expect((await model(thread.editor(page, 1))).text).toBe('二')
  })

  test('the @-list hides the other parts, completes, and brings them back', async ({ page, posted }) => {
    await thread.open(page)
    await page.keyboard.type('提供 @xt')
    const list = page.getByRole('listbox')
    await expect(list).toHaveAttribute('id', /^typeaheadDropdown-/)
    await expect(thread.editor(page, 0)).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(list).toHaveCount(0)
    await expect(thread.editor(page, 0)).toBeVisible()
    expect((await model(thread.editor(page, 1))).text).toBe('提供 @xtenki_demo ')
    await page.keyboard.type('です @x')
    await expect(list.getByRole('option')).toHaveCount(2)
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
    await expect(thread.scope(page)).toBeVisible()
    await thread.send(page).click()
    await expect(sentToast(page)).toBeVisible()
    expect(texts(posted)).toEqual(['1/2', '提供 @xtenki_demo です @x'])
  })
})

test.describe('the policy of the page', () => {
  test('refuses WebAssembly, eval, markup and foreign hosts', async ({ page, session }) => {
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await inlinePost.open(page)
    const outcome = await page.evaluate(async () => {
      const attempt = async (action: () => unknown) => {
        try {
          await action()
          return 'allowed'
        } catch (error) {
          return (error as Error).name
        }
      }
      const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])
      return {
        wasm: await attempt(() => WebAssembly.compile(empty)),
        // Later, because the protocol lets the evaluated script itself use eval.
        eval: await new Promise((resolve) => setTimeout(() => { resolve(attempt(() => (0, eval)('1'))) })),
        markup: await attempt(() => (document.createElement('div').innerHTML = '<b>x</b>')),
        foreign: await attempt(() => fetch('https://example.com/')),
      }
    })
    expect(outcome).toEqual({ wasm: 'CompileError', eval: 'EvalError', markup: 'TypeError', foreign: 'TypeError' })
    expect(complaints).toEqual([])
    expect(session.stray).toEqual([])
  })
})

test.describe('hostile pages', () => {
  test('remove-frame throws foreign elements out', async ({ page }) => {
    await inlinePost.open(page, 'hostile=remove-frame')
    await page.evaluate(() => {
      for (const parent of [document.documentElement, document.body]) parent.append(document.createElement('foreign-element'))
    })
    await expect(page.locator('foreign-element')).toHaveCount(0)
    await expect(inlinePost.editor(page)).toBeVisible()
  })

  test('rerender makes the editor anew while one types, and keeps the model', async ({ page }) => {
    await inlinePost.open(page, 'hostile=rerender')
    await inlinePost.editor(page).click()
    const before = await inlinePost.editor(page).elementHandle()
    await page.keyboard.type('一二三四五六七八九十', { delay: 80 })
    await compose(page, ['お', '終'])
    await expect.poll(async () => (await model(inlinePost.editor(page))).text).toBe('一二三四五六七八九十終')
    expect(await before.evaluate((node) => node.isConnected)).toBe(false)
  })

  test('early-capture sends before React does', async ({ page, posted }) => {
    await inlinePost.open(page, 'hostile=early-capture')
    await inlinePost.editor(page).click()
    await page.keyboard.type('先に\n送る😀')
    await inlinePost.send(page).click()
    await expect.poll(() => texts(posted)).toEqual(['先に\n送る😀'])
    expect((await model(inlinePost.editor(page))).text).toBe('先に\n送る😀')
  })
})

test('a confirming Enter after compositionend does not make a block', async ({ page }) => {
  await inlinePost.open(page)
  await inlinePost.editor(page).click()
  await page.evaluate(() => {
    const seen: string[] = []
    for (const type of ['keydown', 'compositionstart', 'compositionend'] as const) {
      document.addEventListener(type, (event) => {
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- only keyCode tells that an IME has the key
        seen.push(event instanceof KeyboardEvent ? `${type} ${event.keyCode} ${event.isComposing}` : type)
      }, true)
    }
    Object.assign(window, { seen })
  })
  await convert(page, ['か'])
  await confirm(page, '課')
  await expect.poll(async () => (await model(inlinePost.editor(page))).text).toBe('課')
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([
    'keydown 229 false',
    'compositionstart',
    'compositionend',
    'keydown 229 false',
  ])
})
