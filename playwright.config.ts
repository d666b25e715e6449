import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'target/playwright',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  reporter: [['list'], ['./tests/browser/support/summary.ts']],
  use: {
    viewport: { width: 1280, height: 900 },
  },
})
