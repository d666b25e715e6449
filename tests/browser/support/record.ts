// The record as the extension keeps it.
import { createHash } from 'node:crypto'
import type { BrowserContext, Frame } from '@playwright/test'
import { expect } from '@playwright/test'
import { driverOf } from './driver.ts'

export interface Line {
  seq: number
  previous: string
  hash: string
  event: string
  at: string
  platform?: string
  surface?: string
  account?: string
  guideline?: string
  verdict?: string
  findings?: { concern: string; action: string }[]
  answers?: { concern: string; words?: string; case?: string }[]
  reason?: string
  textHash?: string
  text?: string
}

/** Every line, in order. A chain that does not hold fails the test. */
export async function record(context: BrowserContext): Promise<Line[]> {
  return linesIn(await driverOf(context).inExtension(() => chrome.storage.local.get(), undefined))
}

/** The same, asked in a document of the extension's own. */
export async function linesOf(own: Frame): Promise<Line[]> {
  return linesIn(await own.evaluate(() => chrome.storage.local.get()))
}

function linesIn(stored: Record<string, unknown>): Line[] {
  const written = Object.entries(stored)
    .filter(([key]) => key.startsWith('record:'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line as string)
  const lines = written.map((line) => JSON.parse(line) as Line)
  for (const [index, { seq, previous, hash }] of lines.entries()) {
    expect(seq).toBe(index + 1)
    expect(previous).toBe(lines[index - 1]?.hash ?? '')
    const said = `${written[index]?.slice(0, written[index].lastIndexOf(',"hash":"')) ?? ''}}`
    expect(createHash('sha256').update(said).digest('hex')).toBe(hash)
  }
  return lines
}
