// What was seen to work on which surface of which platform in which browser, from the steps of the tests.
import { test } from '@playwright/test'
import type { TestCase } from '@playwright/test/reporter'

const STEPS = ['marked', 'held by click', 'held by keys', 'repaired', 'undone', 'released', 'context'] as const
type Step = (typeof STEPS)[number]

const ANNOTATION = 'surface'

/** Names the surface of the test that runs, and gives what runs its steps. */
export function stepsOf(platform: string, surface: string): (step: Step, body: () => Promise<void>) => Promise<void> {
  test.info().annotations.push({ type: ANNOTATION, description: `${platform}, ${surface}` })
  return (step, body) => test.step(step, body)
}

const SIGNS = { passed: '✓', failed: '✗', unreached: '?', none: '-' }

/** The table, a line a surface; nothing where no test named one. */
export function matrix(tests: TestCase[]): string {
  const rows = new Map<string, Map<string, TestCase>>()
  for (const test of tests) {
    const surface = test.results.at(-1)?.annotations.find(({ type }) => type === ANNOTATION)?.description
    const browser = test.parent.project()?.name
    if (surface === undefined || browser === undefined) continue
    const row = rows.get(surface) ?? new Map<string, TestCase>()
    rows.set(surface, row.set(browser, test))
  }
  const browsers = [...new Set([...rows.values()].flatMap((row) => [...row.keys()]))]
  const lines = [...rows].map(([surface, row]) => [
    surface,
    ...STEPS.map((step) => browsers.map((browser) => SIGNS[outcome(row.get(browser), step)]).join(' ')),
  ])
  if (lines.length === 0) return ''
  const table = [['', ...STEPS], ...lines]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? []
  const text = table.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd())
  const legend = `${SIGNS.passed} seen, ${SIGNS.failed} failed, ${SIGNS.unreached} not reached, ${SIGNS.none} no key sends there`
  return `\n${text.join('\n')}\n${browsers.join(' ')}: ${legend}\n\n`
}

function outcome(test: TestCase | undefined, step: Step): keyof typeof SIGNS {
  const last = test?.results.at(-1)
  const found = last?.steps.find(({ category, title }) => category === 'test.step' && title === step)
  if (found === undefined) return last?.status === 'passed' ? 'none' : 'unreached'
  return found.error === undefined ? 'passed' : 'failed'
}
