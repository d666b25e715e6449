// What a post is beside its text: whom it answers, whose post it shows.
import { expect, settings, test } from './support/browser.ts'
import { panel } from './support/panel.ts'
import { ANSWERED, inlineReply, modalQuote, modalReply } from './support/surfaces.ts'

const OFFICIAL = 'https://www.city.joetsu.niigata.jp/'

for (const surface of [modalReply, inlineReply]) {
  test(`${surface.name}: the panel names whom the post answers`, async ({ context, page }) => {
    await settings(context, { guideline: 'joetsu' })
    await surface.open(page)
    await surface.editor(page).click()
    await page.keyboard.insertText(`お知らせです ${OFFICIAL}`)
    await expect((await panel(page)).locator('main')).toContainText(`@${ANSWERED.handle} への返信です`)
  })

  test(`${surface.name}: an answer to an official account is no reply to somebody`, async ({ context, page }) => {
    await settings(context, { guideline: 'joetsu', officialAccounts: { x: [ANSWERED.handle] } })
    await surface.open(page)
    await surface.editor(page).click()
    await page.keyboard.insertText(`お知らせです ${OFFICIAL} https://bit.ly/3xyz`)
    const shown = (await panel(page)).locator('main')
    await expect(shown).toContainText('短縮URL')
    await expect(shown).not.toContainText('返信です')
  })
}

test('quote: the panel names whose post is shown', async ({ context, page }) => {
  await settings(context, { guideline: 'joetsu' })
  await modalQuote.open(page)
  await modalQuote.editor(page).click()
  await page.keyboard.insertText(`お知らせです ${OFFICIAL}`)
  await expect((await panel(page)).locator('main')).toContainText(`@${ANSWERED.handle} の投稿を引用しています`)
})
