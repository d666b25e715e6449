// A real browser with a fresh profile that reaches the replica and nothing else.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type BrowserContext, type Page, type Route } from '@playwright/test'
import { BODY_HEADER } from './bidi.ts'
import { startChromium } from './chromium.ts'
import { driverOf, setDriver, type Driver } from './driver.ts'
import { startFirefox } from './firefox.ts'
import { createReplica, HOSTS, type Posted, type Replica } from './server.ts'

export interface LaunchOptions {
  browser?: keyof typeof BROWSERS
  /** Folder of the unpacked extension; none: a browser without it. */
  extension?: string | undefined
  viewport?: { width: number; height: number } | null
  colorScheme?: 'light' | 'dark' | 'no-preference' | null
  headless?: boolean
  /** Whether policy installs extensions; Playwright turns off what that needs. */
  managed?: boolean
}

/** What Playwright starts a browser with, beside what each needs for itself. */
export interface StartOptions extends Required<Pick<LaunchOptions, 'viewport' | 'colorScheme' | 'headless' | 'managed'>> {
  profile: string
  extension: string | undefined
  locale: string
  timezoneId: string
}

export interface Started {
  context: BrowserContext
  driver: Driver
}

const BROWSERS = { chromium: startChromium, firefox: startFirefox }

export interface Session {
  context: BrowserContext
  page: Page
  /** What reached the replica's server, in order. */
  posted: Posted[]
  /** Requests to anywhere else. They were refused; a test that made one has failed. */
  stray: string[]
  close: () => Promise<void>
}

/** Starts a browser. */
export async function launch(options: LaunchOptions = {}): Promise<Session> {
  const { browser = 'chromium', extension, colorScheme = 'light', headless = true, managed = false } = options
  const { viewport = { width: 1280, height: 900 } } = options
  const profile = await mkdtemp(join(tmpdir(), 'kakunin-browser-'))
  const { context, driver } = await BROWSERS[browser]({
    profile,
    extension,
    managed,
    viewport,
    colorScheme,
    headless,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
  })
  setDriver(context, driver)
  const replica = createReplica()
  const stray: string[] = []
  await context.route(/^(?!(chrome|moz)-extension:)/, (route) => serve(route, replica, stray, driver))
  await context.routeWebSocket(/.*/, async (socket) => {
    stray.push(socket.url())
    await socket.close()
  })
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    posted: replica.posted,
    stray,
    close: async () => {
      await context.unrouteAll({ behavior: 'ignoreErrors' })
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

async function serve(route: Route, replica: Replica, stray: string[], driver: Driver): Promise<void> {
  const request = route.request()
  const url = request.url()
  if (!HOSTS.includes(new URL(url).host)) {
    stray.push(`${request.method()} ${url}`)
    await route.abort('blockedbyclient')
    return
  }
  const headers = request.headers()
  const body = request.postData() ?? headers[BODY_HEADER] ?? null
  const before = replica.posted.length
  const response = replica.handle({ method: request.method(), url, headers, body })
  const kept = driver.isRoutedBeforeGuard ? replica.posted.splice(before) : []
  await route.fulfill(response)
  if (kept.length > 0 && (await request.response()) !== null) replica.posted.push(...kept)
}

/** The address of a file of the extension. */
export async function extensionAddress(context: BrowserContext, file: string): Promise<string> {
  return await driverOf(context).address(file)
}

/** Writes the extension's settings, as its options page would. */
export async function settings(context: BrowserContext, values: object): Promise<void> {
  await driverOf(context).inExtension((stored) => chrome.storage.local.set({ settings: stored }), values)
}

export type Options = OwnOptions & WorkerOptions

interface OwnOptions {
  extension: string | undefined
}

interface WorkerOptions {
  kind: keyof typeof BROWSERS
}

interface Fixtures {
  session: Session
  posted: Posted[]
}

/**
 * Playwright's `test` on such a browser: `page` and `context` are the session's. A test fails when anything
 * tried to reach another host.
 */
export const test = base.extend<OwnOptions & Fixtures, WorkerOptions>({
  extension: [undefined, { option: true }],
  kind: ['chromium', { option: true, scope: 'worker' }],
  session: async ({ kind, extension, viewport, colorScheme }, use) => {
    const session = await launch({ browser: kind, extension, viewport, colorScheme })
    await use(session)
    await session.close()
    expect(session.stray, 'requests that would have left the machine').toEqual([])
  },
  context: async ({ session }, use) => {
    await use(session.context)
  },
  page: async ({ session }, use) => {
    await use(session.page)
  },
  posted: async ({ session }, use) => {
    await use(session.posted)
  },
})

export { expect }
