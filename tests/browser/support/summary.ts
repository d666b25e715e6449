// The closing line of a run.
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

export default class Summary implements Reporter {
  private passed = 0
  private failed = 0
  private skipped = 0

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === 'skipped') this.skipped++
    else if (test.ok()) this.passed++
    else this.failed++
  }

  onEnd(result: FullResult): void {
    const skipped = this.skipped === 0 ? '' : `, ${this.skipped} skipped`
    process.stdout.write(`browser: ${result.status}: ${this.passed} passed, ${this.failed} failed${skipped}\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}
