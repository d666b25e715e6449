// The corpus of cases, which runs natively, in WASM under Node and inside the extension.
import { readFileSync } from 'node:fs'

export interface Case {
  name: string
  guideline: string
  settings?: object
  post: { text: string }
  verdict: string
  findings: { concern: string; text: string | null; action: string }[]
}

export function corpus(): Case[] {
  const lines = readFileSync('tests/corpus/links.jsonl', 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Case)
}
