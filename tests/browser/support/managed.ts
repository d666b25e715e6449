// A browser in which the extension may stop requests: any Firefox, and a Chromium on which policy has installed the
// packed extension, as IT does it.
import { execFile } from 'node:child_process'
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BrowserContext, Frame } from '@playwright/test'
import { expect } from '@playwright/test'
import { launch, type Session } from './browser.ts'
import { chromiumPath } from './chromium.ts'
import { driverOf } from './driver.ts'
import { panel } from './panel.ts'
import { inlinePost } from './surfaces.ts'

/** Where Chromium on Linux looks for policy. */
const POLICIES = '/etc/chromium/policies/managed'

export interface Managed extends Session {
  /** A document of the extension's own. */
  own: Frame
  /** Stops the worker, as the browser does with one that has nothing to do. */
  stopWorker: () => Promise<void>
}

/** Packs dist/chrome and returns the .crx file with the extension's id. */
async function pack(folder: string): Promise<{ crx: string; id: string }> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const extension = join(folder, 'extension')
  const key = join(folder, 'key.pem')
  await cp('dist/chrome', extension, { recursive: true })
  await writeFile(key, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  await promisify(execFile)(chromiumPath(), [
    '--headless=new', '--no-sandbox', `--user-data-dir=${join(folder, 'packing')}`,
    `--pack-extension=${extension}`, `--pack-extension-key=${key}`,
  ])
  const spki = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })).export({ type: 'spki', format: 'der' })
  const digits = createHash('sha256').update(spki).digest('hex').slice(0, 32)
  const id = Array.from(digits, (digit) => String.fromCharCode('a'.charCodeAt(0) + parseInt(digit, 16))).join('')
  return { crx: `${extension}.crx`, id }
}

export async function launchManaged(kind: 'chromium' | 'firefox'): Promise<Managed> {
  return kind === 'firefox' ? await launchFirefox() : await launchChromium()
}

async function launchFirefox(): Promise<Managed> {
  const session = await launch({ browser: 'firefox', extension: 'dist/firefox' })
  return await managed(session)
}

async function launchChromium(): Promise<Managed> {
  const folder = await mkdtemp(join(tmpdir(), 'kakunin-managed-'))
  const { crx, id } = await pack(folder)
  const update = join(folder, 'update.xml')
  const { version } = JSON.parse(await readFile('dist/chrome/manifest.json', 'utf8')) as { version: string }
  await writeFile(update, `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}"><updatecheck codebase="file://${crx}" version="${version}"/></app>
</gupdate>`)
  const file = join(POLICIES, `kakunin-${id}.json`)
  await mkdir(POLICIES, { recursive: true })
  await writeFile(file, JSON.stringify({
    ExtensionSettings: { [id]: { installation_mode: 'force_installed', update_url: `file://${update}`, override_update_url: true } },
  }))
  const session = await managed(await launch({ managed: true }))
  return {
    ...session,
    close: async () => {
      await session.close()
      await rm(file, { force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function managed(session: Session): Promise<Managed> {
  const own = await openOwn(session.context)
  // The panel answers only where it can be seen, so not behind another tab.
  await session.page.bringToFront()
  return { ...session, own, stopWorker: () => driverOf(session.context).stopWorker(own.page()) }
}

/** Kakunin's frame in a page that stays open, once policy has installed the extension. */
async function openOwn(context: BrowserContext): Promise<Frame> {
  const page = await context.newPage()
  let own: Frame | undefined
  await expect(async () => {
    // A page from before the installation has no content script.
    await inlinePost.open(page)
    own = await panel(page, 1000)
  }, 'policy has installed the extension').toPass({ timeout: 45_000 })
  if (!own) throw new Error('the extension was not installed')
  return own
}

/** Stores settings as the options page would. */
export async function storeSettings(own: Frame, settings: object): Promise<void> {
  await own.evaluate((stored) => chrome.storage.local.set({ settings: stored }), settings)
}
