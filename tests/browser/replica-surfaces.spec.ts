// The replicas themselves, without the extension: every box sends what its model holds, however it was written.
import type { Page } from '@playwright/test'
import { expect, test } from './support/browser.ts'
import { cancel, compose, convert } from './support/keyboard.ts'
import {
  businessLexical,
  facebookComment,
  facebookSurfaces,
  instagramComment,
  instagramSurfaces,
  lineBroadcast,
  lineChat,
  lineSurfaces,
  lineVoom,
  model,
  moreXSurfaces,
  type SiteSurface,
} from './support/surfaces.ts'

const TEXT = '会場は市役所です。\n\n@nobody 詳しくは https://example.jp へ😀 #港まつり\n👨‍👩‍👧と花🎆'

async function type(page: Page, surface: SiteSurface, text: string): Promise<void> {
  const newLine = surface.sendKey === 'Enter' ? 'Shift+Enter' : 'Enter'
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await page.keyboard.press(newLine)
    await page.keyboard.type(line)
  }
}

async function send(page: Page, surface: SiteSurface): Promise<void> {
  await surface.advance?.(page)
  await surface.send(page).click()
}

for (const surface of [...moreXSurfaces, ...facebookSurfaces, ...instagramSurfaces, ...lineSurfaces]) {
  test.describe(surface.name, () => {
    test('sends by the button', async ({ page, posted }) => {
      await surface.open(page)
      const editor = surface.editor(page)
      await editor.click()
      await type(page, surface, TEXT)
      expect(await model(editor)).toEqual({ text: TEXT, selection: { start: TEXT.length, end: TEXT.length } })
      await send(page, surface)
      await expect.poll(() => surface.sent(posted)).toEqual([TEXT])
    })

    test(surface.sendKey === null ? 'no key sends' : `sends by ${surface.sendKey}`, async ({ page, posted }) => {
      await surface.open(page)
      const editor = surface.editor(page)
      await editor.click()
      await type(page, surface, '一行目\n二行目😀')
      for (const key of surface.sendKey === null ? ['Enter', 'Control+Enter'] : [surface.sendKey]) await page.keyboard.press(key)
      if (surface.sendKey === null) {
        await page.keyboard.type('三')
        await expect.poll(async () => (await model(editor)).text).toMatch(/^一行目\n二行目😀\n+三$/)
        expect(surface.sent(posted)).toEqual([])
      } else {
        await expect.poll(() => surface.sent(posted)).toEqual(['一行目\n二行目😀'])
        await expect.poll(async () => (await editor.count()) === 0 || (await model(editor)).text === '').toBe(true)
      }
    })

    test('takes conversions', async ({ page, posted }) => {
      await surface.open(page)
      const editor = surface.editor(page)
      await editor.click()
      await compose(page, ['n', 'に', 'にほ', 'にほん', '日本'])
      await compose(page, ['の', 'のし', '市'])
      await convert(page, ['で', 'でs', 'です'])
      await cancel(page)
      await expect.poll(async () => (await model(editor)).text).toBe('日本市')
      await page.keyboard.press('ArrowLeft')
      await compose(page, ['n', 'の'])
      await page.keyboard.press('End')
      await page.keyboard.type('🎆')
      await compose(page, ['は', '花'])
      await expect.poll(async () => (await model(editor)).text).toBe('日本の市🎆花')
      expect(surface.sent(posted)).toEqual([])
      await send(page, surface)
      await expect.poll(() => surface.sent(posted)).toEqual(['日本の市🎆花'])
    })

    test('undoes and does again', async ({ page, posted }) => {
      await surface.open(page)
      const editor = surface.editor(page)
      await editor.click()
      await type(page, surface, '残る')
      // Editors take what comes quickly as one step.
      await page.waitForTimeout(1100)
      await type(page, surface, '\n消える')
      await page.keyboard.press('Control+z')
      await expect.poll(async () => (await model(editor)).text).not.toBe('残る\n消える')
      await page.keyboard.press('Control+Shift+z')
      for (let count = 0; count < 9 && (await model(editor)).text !== '残る\n消える'; count++) {
        await page.keyboard.press('Control+Shift+z')
      }
      expect((await model(editor)).text).toBe('残る\n消える')
      await send(page, surface)
      await expect.poll(() => surface.sent(posted)).toEqual(['残る\n消える'])
    })
  })
}

for (const surface of [facebookComment, businessLexical, instagramComment, lineBroadcast, lineChat, lineVoom]) {
  test(`${surface.name}: the page's policy refuses WebAssembly and foreign hosts`, async ({ page }) => {
    await surface.open(page)
    const outcome = await page.evaluate(async () => {
      const nameOf = (attempt: Promise<unknown>) => attempt.then(() => 'allowed', (error: unknown) => (error as Error).name)
      const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])
      return [await nameOf(WebAssembly.compile(empty)), await nameOf(fetch('https://example.com/'))]
    })
    expect(outcome).toEqual(['CompileError', 'TypeError'])
  })
}
