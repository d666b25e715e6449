// The corpus of cases in WASM under Node: the very module that the extension ships. crate/cli/tests/corpus.rs runs the
// same cases natively, tests/browser/corpus.spec.ts inside the extension.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

import { initSync } from '../../target/wasm-bindgen/kakunin_web.js'
import { check, start, store } from './stand-in.mjs'

const read = (path) => readFileSync(new URL(path, import.meta.url))

initSync({ module: read('../../target/wasm-bindgen/kakunin_web_bg.wasm') })
start()

const folder = '../corpus/cases/'
const cases = readdirSync(new URL(folder, import.meta.url)).flatMap((file) =>
  read(folder + file).toString('utf8').trim().split('\n').map((line) => JSON.parse(line)),
)

for (const { name, guideline, settings, post, verdict, findings } of cases) {
  test(name, async () => {
    store({ guideline, ...settings })
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
  store({ guideline: 'nagasaki' })
  const { report } = await check({ text: '\ud83d https://bit.ly/3xyz' })
  assert.deepEqual(
    report.findings.map(({ start, end }) => [start, end]),
    [[2, 21]],
  )
})

test('a broken pack holds and names file, line and reason', async () => {
  store({ guidelinePack: '[guideline]\nid = "mine"\n' })
  const answer = await check({ text: 'こんにちは' })
  assert.equal(answer.hold, true)
  assert.equal(answer.report, null)
  assert.match(answer.summary, /guidelinePack:\d+: /)
})

test('without a guideline every post is held, and the summary says what to do', async () => {
  store({})
  const answer = await check({ text: 'こんにちは' })
  assert.equal(answer.hold, true)
  assert.match(answer.summary, /ガイドライン/)
})
