import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'target/playwright',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A browser of its own for every test: slow machines take their time.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./tests/browser/support/summary.ts']],
  use: {
    viewport: { width: 1280, height: 900 },
  },
})
