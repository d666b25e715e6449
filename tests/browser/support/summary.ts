// What stands at the end of a run: the table of the surfaces, and the closing line.
import type { FullConfig, FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter'

import { matrix } from './matrix.ts'

const NAMES: Record<ReturnType<TestCase['outcome']>, string> = {
  expected: 'passed',
  flaky: 'passed at the second try',
  unexpected: 'failed',
  skipped: 'skipped',
}

export default class Summary implements Reporter {
  private tests: TestCase[] = []

  onBegin(_config: FullConfig, suite: Suite): void {
    this.tests = suite.allTests()
  }

  onEnd(result: FullResult): void {
    const counts = Object.entries(NAMES).flatMap(([outcome, name]) => {
      const count = this.tests.filter((test) => test.outcome() === outcome).length
      return count === 0 ? [] : [`${count} ${name}`]
    })
    process.stdout.write(matrix(this.tests))
    process.stdout.write(`browser: ${result.status}: ${counts.join(', ')}\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
