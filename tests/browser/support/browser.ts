// A real Chromium with a fresh profile that reaches the replica and nothing else.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, chromium, expect, type BrowserContext, type Page, type Route, type Worker } from '@playwright/test'
import { createReplica, HOSTS, type Posted } from './server.ts'

export interface LaunchOptions {
  /** Folder of the unpacked extension; none: a browser without it. */
  extension?: string | undefined
  viewport?: { width: number; height: number } | null
  colorScheme?: 'light' | 'dark' | 'no-preference' | null
  headless?: boolean
  /** Whether policy installs extensions; Playwright turns off what that needs. */
  managed?: boolean
}

export function chromiumPath(): string {
  return process.env['CHROMIUM'] ?? '/usr/bin/chromium'
}

export interface Session {
  context: BrowserContext
  page: Page
  /** What reached the replica's server, in order. */
  posted: Posted[]
  /** Requests to anywhere else. They were refused; a test that made one has failed. */
  stray: string[]
  close: () => Promise<void>
}

/** Starts the browser. Environment: CHROMIUM, the browser's executable. */
export async function launch(options: LaunchOptions = {}): Promise<Session> {
  const { extension, viewport = { width: 1280, height: 900 }, colorScheme = 'light', headless = true } = options
  const profile = await mkdtemp(join(tmpdir(), 'kakunin-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    ...(options.managed === true ? { ignoreDefaultArgs: ['--disable-background-networking', '--disable-extensions'] } : {}),
    headless,
    viewport,
    colorScheme,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    // Chromium's sandbox refuses to run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      // Playwright turns background networking off; these see to it that nothing else finds a way out either.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--no-proxy-server',
      ...(extension === undefined ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
    ],
  })
  const replica = createReplica()
  const stray: string[] = []
  await context.route(/^(?!chrome-extension:)/, (route) => serve(route, replica, stray))
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

async function serve(route: Route, replica: ReturnType<typeof createReplica>, stray: string[]): Promise<void> {
  const request = route.request()
  const url = request.url()
  if (!HOSTS.includes(new URL(url).host)) {
    stray.push(`${request.method()} ${url}`)
    await route.abort('blockedbyclient')
    return
  }
  await route.fulfill(
    replica.handle({ method: request.method(), url, headers: request.headers(), body: request.postData() }),
  )
}

/** The extension's service worker, started if it is not running yet. */
export async function extensionWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
}

/** The extension's id. */
export async function extensionId(context: BrowserContext): Promise<string> {
  return new URL((await extensionWorker(context)).url()).host
}

/** Writes the extension's settings, as its options page would. */
export async function settings(context: BrowserContext, values: object): Promise<void> {
  const worker = await extensionWorker(context)
  await worker.evaluate((stored) => chrome.storage.local.set({ settings: stored }), values)
}

interface Options {
  extension: string | undefined
}

interface Fixtures {
  session: Session
  posted: Posted[]
}

/**
 * Playwright's `test` on such a browser: `page` and `context` are the session's. A test fails when anything
 * tried to reach another host.
 */
export const test = base.extend<Options & Fixtures>({
  extension: [undefined, { option: true }],
  session: async ({ extension, viewport, colorScheme }, use) => {
    const session = await launch({ extension, viewport, colorScheme })
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
