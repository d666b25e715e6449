import { defineConfig } from '@playwright/test'

import type { Options } from './browser/support/browser.ts'

/** These ask for the replica pages to be like the sites; no extension stands in them. */
const REPLICA = /replica.*\.spec\.ts$/

/** What `cargo xtask test` runs in Firefox; it is the slower browser, so the rest is a command of its own. */
const FIREFOX = /(platforms|repair|ime|decision|guard)\.spec\.ts$/

export default defineConfig<object, Options>({
  testDir: 'browser',
  outputDir: '../target/playwright',
  fullyParallel: true,
  workers: 2,
  // A second try, reported as flaky: busy machines stall for seconds, and a frame may move under the mouse meanwhile.
  retries: 1,
  // A browser of its own for every test: slow machines take their time.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./browser/support/summary.ts']],
  use: {
    viewport: { width: 1280, height: 900 },
  },
  projects: [
    { name: 'replica', testMatch: REPLICA },
    { name: 'chromium', testIgnore: REPLICA, use: { kind: 'chromium', extension: 'dist/chrome' } },
    { name: 'firefox', testMatch: FIREFOX, use: { kind: 'firefox', extension: 'dist/firefox' } },
    { name: 'firefox-rest', testIgnore: [REPLICA, FIREFOX], use: { kind: 'firefox', extension: 'dist/firefox' } },
  ],
})
