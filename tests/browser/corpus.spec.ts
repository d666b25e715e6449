// The corpus of cases inside the extension: asked of its worker, as a page whose frame can't start asks.
import type { Answer } from '../../extension/content/protocol.ts'
import { expect, extensionAddress, test } from './support/browser.ts'
import { corpus } from './support/corpus.ts'

test('the worker answers every case as the native check does', async ({ context, page }) => {
  // Firefox does not tell when a page of an extension has loaded.
  await page.goto(await extensionAddress(context, 'panel.html'), { waitUntil: 'commit' })
  const wrong: unknown[] = []
  let before = ''
  for (const { name, guideline, settings: own, post, verdict, findings } of corpus()) {
    const wanted = JSON.stringify({ guideline, ...own })
    if (wanted !== before) await page.evaluate((stored) => chrome.storage.local.set({ settings: stored }), { guideline, ...own })
    before = wanted
    const { report } = await page.evaluate(
      (message) => chrome.runtime.sendMessage<object, Answer>(message),
      { type: 'check', post },
    )
    const got = {
      verdict: report?.verdict,
      findings: report?.findings.map(({ concern, text, action }) => ({ concern, text, action })),
    }
    if (JSON.stringify(got) !== JSON.stringify({ verdict, findings })) wrong.push({ name, got })
  }
  expect(wrong).toEqual([])
})
