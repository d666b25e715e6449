// The corpus of cases, which runs natively, in WASM under Node and inside the extension.
import { readdirSync, readFileSync } from 'node:fs'

export interface Case {
  name: string
  guideline: string
  settings?: object
  post: { text: string }
  verdict: string
  findings: { concern: string; text: string | null; action: string }[]
}

const folder = 'tests/corpus/cases'

export function corpus(): Case[] {
  return readdirSync(folder).flatMap((file) => {
    const lines = readFileSync(`${folder}/${file}`, 'utf8').trim().split('\n')
    return lines.map((line) => JSON.parse(line) as Case)
  })
}
