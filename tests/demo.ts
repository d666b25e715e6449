// The scene of `cargo xtask demo`: an operator writes a post with a shortened URL under a guideline, sees it marked,
// explained and held, puts the original URL in its place, and sends. Everything is real but X itself, whose page is the
// replica and whose server keeps what was posted.
import { mkdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { expect, type Frame, type Page } from '@playwright/test'

import { launch, settings } from './browser/support/browser.ts'
import { answerAll, HEADLINE, marks, panel, REASON } from './browser/support/panel.ts'
import { model, modalPost } from './browser/support/surfaces.ts'

const { values } = parseArgs({
  options: {
    guideline: { type: 'string', default: 'nagasaki' },
    text: { type: 'string' },
    headed: { type: 'boolean', default: false },
  },
})

const SHORTENED = 'https://bit.ly/3xyz'
/** Each municipality's own site, by guideline. */
const SITES: Record<string, string> = {
  bunkyo: 'www.city.bunkyo.lg.jp',
  joetsu: 'www.city.joetsu.niigata.jp',
  wako: 'www.city.wako.lg.jp',
  minato: 'www.city.minato.tokyo.jp',
  nagasaki: 'www.city.nagasaki.lg.jp',
}
const ORIGINAL = `https://${SITES[values.guideline] ?? SITES['nagasaki'] ?? ''}/page/1234.html`
const SAMPLE = `【子育て講座のお知らせ】\n親子で楽しむ絵本の時間を開きます📚\n申込みはこちら→${SHORTENED}（先着20組）`
const text = values.text === undefined ? SAMPLE : readFileSync(values.text, 'utf8').trimEnd()
/** Most repairs that one post may need before the demo gives up. */
const MOST_REPAIRS = 20

const folder = 'target/demo'
mkdirSync(folder, { recursive: true })
let shots = 0

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function shoot(page: Page, name: string): Promise<void> {
  shots += 1
  const path = `${folder}/${shots}-${name}.png`
  await page.screenshot({ path })
  tell(`   📷 ${path}`)
}

async function tellFindings(frame: Frame): Promise<void> {
  for (const finding of await frame.locator('article').all()) {
    const lines = await finding.locator('h3, .written, .message, cite, blockquote, .default').allInnerTexts()
    tell(lines.map((line) => `   │ ${line.replaceAll('\n', ' ')}`).join('\n'))
  }
}

/** Takes the first repair on offer. False where there is none left. */
async function repairOnce(page: Page, frame: Frame): Promise<boolean> {
  const before = await frame.locator('#body').innerText()
  const field = frame.getByLabel('元のURL').first()
  const button = frame.locator('button.fix:not(form *)').first()
  if (await field.isVisible()) {
    await field.pressSequentially(ORIGINAL, { delay: values.headed ? 25 : 0 })
    await shoot(page, 'original-url')
    await field.press('Enter')
    tell(`   元のURLを入れました: ${ORIGINAL}`)
  } else if (await button.isVisible()) {
    tell(`   直しました: ${await button.innerText()}`)
    await button.click()
  } else {
    return false
  }
  await expect.poll(() => frame.locator('#body').innerText()).not.toBe(before)
  return true
}

const session = await launch({ extension: 'dist/chrome', headless: !values.headed })
const { context, page, posted } = session
try {
  await settings(context, { guideline: values.guideline })
  tell(`\n1. X の投稿画面で書きます（ガイドライン: ${values.guideline}）`)
  await modalPost.open(page)
  const editor = modalPost.editor(page)
  await editor.click()
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(line, { delay: values.headed ? 40 : 0 })
  }
  const frame = await panel(page)
  await expect(frame.locator('#headline')).not.toBeEmpty()
  expect((await model(editor)).text).toBe(text)

  const headline = await frame.locator('#headline').innerText()
  tell(`\n2. 書いているそばから確認します: ${headline}`)
  const marked = await marks(page, 'block')
  if (marked.length > 0) tell(`   印が付いた箇所: ${marked.join('、')}`)
  await tellFindings(frame)
  await shoot(page, 'marked')

  tell('\n3. 「ポストする」を押します')
  await modalPost.send(page).click()
  if (await frame.locator('#alert').isVisible()) {
    tell(`   ${await frame.locator('#alert').innerText()} 届いた投稿: ${posted.length} 件`)
    expect(posted).toEqual([])
    await shoot(page, 'held')

    tell('\n4. 直します')
    for (let repairs = 0; repairs < MOST_REPAIRS && (await repairOnce(page, frame)); repairs++);
    await shoot(page, 'repaired')
    tell(`   ${await frame.locator('#headline').innerText()}`)

    tell('\n5. もう一度「ポストする」を押します')
    const isAsked = (await frame.locator('#headline').innerText()) === HEADLINE.needsAnswer
    await modalPost.send(page).click()
    if (isAsked) {
      await frame.locator('#checklist').waitFor()
      await shoot(page, 'asked')
      await answerAll(page)
      tell(`   送信前の確認に答えました: ${REASON}`)
    }
  }
  if (await frame.locator('.blocked').isVisible()) {
    tell('   直せるところは直しましたが、まだ送信できません。投稿は止まったままです。')
    await shoot(page, 'still-held')
    expect(posted).toEqual([])
  } else {
    await expect.poll(() => posted.length).toBe(1)
    await shoot(page, 'sent')
    const sent = String(posted[0]?.variables['tweet_text'])
    tell(`   送信されました。X に届いた本文:\n${sent.replace(/^/gm, '   │ ')}`)
    expect(sent).not.toContain(SHORTENED)
  }
  expect(session.stray, 'nothing left the machine').toEqual([])
  tell('\n端末の外へ出た通信: 0 件')

  if (values.headed) {
    tell('\nブラウザーは開いたままです。自由に試して、終わったら閉じてください。')
    await page.reload()
    await context.waitForEvent('close', { timeout: 0 })
  }
} finally {
  await session.close()
}
