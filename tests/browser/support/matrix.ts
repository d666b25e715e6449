// What was seen to work on which surface of which platform in which browser, from the steps of the tests.
import { test } from '@playwright/test'
import type { TestCase } from '@playwright/test/reporter'

const STEPS = ['marked', 'held by click', 'held by keys', 'repaired', 'undone', 'released', 'context'] as const
type Step = (typeof STEPS)[number]

const ANNOTATION = 'surface'

/** Names the surface of the test that runs, and gives what runs its steps. */
export function stepsOf(platform: string, surface: string): (step: Step, body: () => Promise<void>) => Promise<void> {
  test.info().annotations.push({ type: ANNOTATION, description: `${platform} | ${surface}` })
  return (step, body) => test.step(step, body)
}

const SIGNS = { passed: '✓', failed: '✗', unseen: '-' }

/** The table, a line a surface; empty where no test named one. */
export function matrix(tests: TestCase[]): string {
  const rows = new Map<string, Map<string, TestCase>>()
  for (const test of tests) {
    const last = test.results.at(-1)
    const surface = last?.annotations.find(({ type }) => type === ANNOTATION)?.description
    const browser = test.parent.project()?.name
    if (surface === undefined || browser === undefined) continue
    rows.set(surface, (rows.get(surface) ?? new Map<string, TestCase>()).set(browser, test))
  }
  const browsers = [...new Set([...rows.values()].flatMap((row) => [...row.keys()]))]
  const head = ['platform | surface', ...STEPS].join(' | ')
  const lines = [...rows].map(([surface, row]) =>
    [surface, ...STEPS.map((step) => browsers.map((browser) => SIGNS[outcome(row.get(browser), step)]).join(' '))].join(' | '),
  )
  return lines.length === 0 ? '' : [`${browsers.join(', ')}:`, head, ...lines, ''].join('\n')
}

function outcome(test: TestCase | undefined, step: Step): keyof typeof SIGNS {
  const found = test?.results.at(-1)?.steps.find(({ category, title }) => category === 'test.step' && title === step)
  if (found === undefined) return 'unseen'
  return found.error === undefined ? 'passed' : 'failed'
}
