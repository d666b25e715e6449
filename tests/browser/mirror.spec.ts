// Marks over textareas, which have no ranges: they lie where the words are, also after scrolling.
import type { CDPSession, Page } from '@playwright/test'

import { expect, settings, test } from './support/browser.ts'
import { expectHeadline } from './support/panel.ts'
import { lineBroadcast, lineBroadcastExtended, lineChat, narrowPost, type Surface } from './support/surfaces.ts'

test.use({ extension: 'dist/chrome' })

test.beforeEach(async ({ context }) => {
  await settings(context, { guideline: 'bunkyo' })
})

interface Mark {
  text: string
  left: number
  top: number
  right: number
  bottom: number
}

interface Node {
  nodeId: number
  nodeName: string
  nodeValue: string
  attributes?: string[]
  children?: Node[]
  shadowRoots?: Node[]
}

/** What is underlined over textareas: it stands in a closed root, which only the debugger sees into. */
async function mirrored(session: CDPSession): Promise<Mark[]> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: Node }
  const all = (node: Node): Node[] => [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(all)]
  const panel = all(root).find(({ nodeName }) => nodeName === 'KAKUNIN-PANEL')
  const pieces = panel ? all(panel).filter(({ nodeName, attributes }) => nodeName === 'SPAN' && attributes?.join().includes('underline')) : []
  return await Promise.all(
    pieces.map(async (piece) => {
      const { quads } = await session.send('DOM.getContentQuads', { nodeId: piece.nodeId })
      const [left = 0, top = 0, right = 0, , , bottom = 0] = quads[0] ?? []
      return { text: piece.children?.[0]?.nodeValue ?? '', left, top, right, bottom }
    }),
  )
}

async function write(page: Page, surface: Surface, text: string): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await surface.open(page)
  await surface.editor(page).click()
  await page.keyboard.insertText(text)
  await expectHeadline(page, 'blocked')
  return session
}

for (const surface of [narrowPost, lineBroadcast, lineBroadcastExtended, lineChat]) {
  test(`${surface.name}: the mark lies on the words, also when they are scrolled away and back`, async ({ page }) => {
    if (surface === narrowPost) await page.setViewportSize({ width: 400, height: 800 })
    const session = await write(page, surface, `詳しくは https://bit.ly/3xyz へ\n${'続きです。\n'.repeat(30)}`)
    const editor = surface.editor(page)
    await editor.evaluate((area: HTMLTextAreaElement) => { area.scrollTop = 0 })
    const box = await editor.boundingBox()
    if (!box) throw new Error('the editor is not in the page')
    await expect
      .poll(async () => {
        const [mark] = await mirrored(session)
        return mark && { text: mark.text, isInside: mark.left >= box.x && mark.top >= box.y && mark.bottom <= box.y + box.height }
      })
      .toEqual({ text: 'https://bit.ly/3xyz', isInside: true })
    const [before] = await mirrored(session)

    await editor.evaluate((area: HTMLTextAreaElement) => { area.scrollTop = 40 })
    const scrolled = await editor.evaluate((area: HTMLTextAreaElement) => area.scrollTop)
    await expect.poll(async () => (await mirrored(session))[0]?.top).toBeCloseTo((before?.top ?? 0) - scrolled, 0)
  })
}

test('what is put right is no longer marked', async ({ page }) => {
  const session = await write(page, lineBroadcast, 'https://bit.ly/3xyz')
  await expect.poll(async () => (await mirrored(session)).length).toBe(1)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('お知らせです')
  await expect.poll(async () => (await mirrored(session)).length).toBe(0)
})
