// The corpus of cases in WASM under Node: the very module that the extension ships. crate/cli/tests/corpus.rs runs the
// same cases natively, tests/browser/corpus.spec.ts inside the extension.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

import { check, initSync, settingsChanged } from '../../target/wasm-bindgen/kakunin_web.js'

const read = (path) => readFileSync(new URL(path, import.meta.url))

let stored = {}
// What the browser gives the module: its storage and its language.
globalThis.chrome = {
  storage: { local: { get: () => Promise.resolve({ settings: stored }) } },
  i18n: { getUILanguage: () => 'ja' },
}
initSync({ module: read('../../target/wasm-bindgen/kakunin_web_bg.wasm') })

const folder = '../corpus/cases/'
const cases = readdirSync(new URL(folder, import.meta.url)).flatMap((file) =>
  read(folder + file).toString('utf8').trim().split('\n').map((line) => JSON.parse(line)),
)

for (const { name, guideline, settings, post, verdict, findings } of cases) {
  test(name, async () => {
    stored = { guideline, ...settings }
    settingsChanged()
    const answer = await check(post)
    assert.deepEqual(
      {
        verdict: answer.report.verdict,
        findings: answer.report.findings.map(({ concern, text, action }) => ({ concern, text, action })),
      },
      { verdict, findings },
    )
    for (const { start, end, text } of answer.report.findings) {
      if (start !== null) assert.equal(post.text.slice(start, end), text)
    }
  })
}

test('a lone surrogate costs nothing but itself', async () => {
  stored = { guideline: 'nagasaki' }
  settingsChanged()
  const { report } = await check({ text: '\ud83d https://bit.ly/3xyz' })
  assert.deepEqual(
    report.findings.map(({ start, end }) => [start, end]),
    [[2, 21]],
  )
})

test('a broken pack holds and names file, line and reason', async () => {
  stored = { guidelinePack: '[guideline]\nid = "mine"\n' }
  settingsChanged()
  const answer = await check({ text: 'こんにちは' })
  assert.equal(answer.hold, true)
  assert.equal(answer.report, null)
  assert.match(answer.summary, /guidelinePack:\d+: /)
})

test('without a guideline every post is held, and the summary says what to do', async () => {
  stored = {}
  settingsChanged()
  const answer = await check({ text: 'こんにちは' })
  assert.equal(answer.hold, true)
  assert.match(answer.summary, /ガイドライン/)
})
