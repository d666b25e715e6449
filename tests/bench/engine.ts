// The engine in WebAssembly, the very module that the extension ships, beside plain JavaScript at the same trivial tasks.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

import { initSync } from '../../target/wasm-bindgen/kakunin_web.js'
import { check, start, store } from '../wasm/stand-in.mjs'
import type { Row } from './rows.ts'

const MODULE = 'target/wasm-bindgen/kakunin_web_bg.wasm'
/** Characters of a post, how often it is checked, and the limit in milliseconds. */
const SIZES = [
  { size: 140, rounds: 3000, limit: 0.05 },
  { size: 500, rounds: 1500 },
  { size: 10_000, rounds: 100, limit: 2 },
  { size: 100_000, rounds: 20, limit: 20 },
]

export interface Module {
  raw: number
  gzipped: number
  /** Bytes of linear memory after all checks. */
  memory: number
}

/** Times of start-up and checks, and the module's size. */
export async function engine(): Promise<{ rows: Row[]; module: Module }> {
  const bytes = readFileSync(MODULE)
  const compiled = new WebAssembly.Module(bytes)
  const from = performance.now()
  const { memory } = initSync({ module: compiled })
  start()
  store({ guideline: 'nagasaki' })
  await check({ text: 'こんにちは' })
  const rows: Row[] = [{ name: 'ready: instantiated, guideline read, first check', times: [performance.now() - from], limit: 10 }]

  const text = genuine()
  for (const { size, rounds, limit } of SIZES) {
    const posts = Array.from({ length: rounds }, (_, round) => cut(text, (round * 7919) % (text.length - size), size))
    const name = `check, ${size.toLocaleString('en')} characters`
    rows.push({ name, ...(limit === undefined ? {} : { limit }), times: await wasm(posts), peer: { name: 'JavaScript', times: script(posts) } })
  }
  const long = cut(text, 0, 10_000)
  const edits = Array.from({ length: 100 }, (_, at) => `${long.slice(0, 5000)}${'あ'.repeat(at + 1)}${long.slice(5000)}`)
  rows.push({ name: 'check after one more character in 10,000', limit: 2, times: await wasm(edits) })
  return { rows, module: { raw: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length, memory: memory.buffer.byteLength } }
}

async function wasm(posts: string[]): Promise<number[]> {
  const times = []
  for (const text of posts) {
    const from = performance.now()
    await check({ text, at: '2026-11-24T10:00:00+09:00' })
    times.push(performance.now() - from)
  }
  return times
}

const WORDS = entries('leftovers')
const URLS = /(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/[\w./?=&%#~-]*)?/g
const PHONES = /0\d{1,4}[-(（]?\d{1,4}[-)）]?\d{3,4}/g

/** What a simple script would do: addresses, phone numbers, one word list. */
function script(posts: string[]): number[] {
  return posts.map((text) => {
    const from = performance.now()
    const plain = text.normalize('NFKC')
    const found = [...plain.matchAll(URLS)].length + [...plain.matchAll(PHONES)].length
    const words = WORDS.filter((word) => plain.includes(word)).length
    const time = performance.now() - from
    if (found + words < 0) throw new Error('never: but the work must not be optimised away')
    return time
  })
}

function entries(list: string): string[] {
  return lines(`crate/core/data/words/${list}.txt`)
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t')[0] ?? '')
}

/** Genuine public-sector texts, one after the other, long enough for the longest post. */
function genuine(): string {
  const texts = lines('tests/corpus/genuine.jsonl').map((line) => (JSON.parse(line) as { text: string }).text)
  const all = texts.join('\n\n')
  return all.repeat(Math.ceil(120_000 / all.length))
}

/** A piece that starts and ends at whole characters. */
function cut(text: string, from: number, size: number): string {
  return text.slice(from, from + size).toWellFormed()
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '')
}
