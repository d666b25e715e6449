// A real Chromium, with the DevTools protocol for what Playwright lacks.
import { chromium, type BrowserContext, type CDPSession, type Page, type Worker } from '@playwright/test'

import type { Driver } from './driver.ts'
import type { Started, StartOptions } from './browser.ts'

/** Environment: CHROMIUM, the browser's executable. */
export function chromiumPath(): string {
  return process.env['CHROMIUM'] ?? '/usr/bin/chromium'
}

export async function startChromium({ profile, extension, managed, ...options }: StartOptions): Promise<Started> {
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    executablePath: chromiumPath(),
    ...(managed ? { ignoreDefaultArgs: ['--disable-background-networking', '--disable-extensions'] } : {}),
    // Chromium's sandbox refuses to run as root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      // Playwright turns background networking off; these see to it that nothing else finds a way out either.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--no-proxy-server',
      ...(extension === undefined ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
    ],
  })
  return { context, driver: new Chromium(context) }
}

/** The keyCode of a key that an IME has taken. */
const IME_KEY_CODE = 229

class Chromium implements Driver {
  readonly isRoutedBeforeGuard = false
  private readonly sessions = new WeakMap<Page, Promise<CDPSession>>()

  constructor(private readonly context: BrowserContext) {}

  async address(file: string): Promise<string> {
    return new URL(file, (await this.worker()).url()).href
  }

  async inExtension<A, R>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R> {
    return await (await this.worker()).evaluate(work as (argument: unknown) => R | Promise<R>, argument)
  }

  async stopWorker(own: Page): Promise<void> {
    const session = await this.session(own)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
  }

  async showConversion(page: Page, text: string): Promise<void> {
    await this.imeKey(page, 'rawKeyDown', 'Process', 'KeyA')
    await this.compose(page, text)
    await this.imeKey(page, 'keyUp', 'Process', 'KeyA')
  }

  /** The key comes after compositionend, as on some systems. */
  async confirmConversion(page: Page, text: string): Promise<void> {
    await (await this.session(page)).send('Input.insertText', { text })
    await this.imeKey(page, 'rawKeyDown', 'Enter', 'Enter')
    await this.imeKey(page, 'keyUp', 'Enter', 'Enter')
  }

  async cancelConversion(page: Page): Promise<void> {
    await this.imeKey(page, 'rawKeyDown', 'Process', 'Escape')
    await this.compose(page, '')
    await this.imeKey(page, 'keyUp', 'Escape', 'Escape')
  }

  async touch(page: Page, point: { x: number; y: number }): Promise<void> {
    const session = await this.session(page)
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }

  async inClosedRoot<R>(page: Page, name: string, work: (root: ShadowRoot) => R): Promise<R | undefined> {
    const session = await this.session(page)
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node }
    const find = (node: Node): Node | undefined =>
      node.nodeName === name.toUpperCase() ? node : node.children?.map(find).find((found) => found !== undefined)
    const shadow = find(root)?.shadowRoots?.[0]
    if (shadow === undefined) return undefined
    const { object } = await session.send('DOM.resolveNode', { nodeId: shadow.nodeId })
    const { result } = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: `function () { return (${work.toString()})(this) }`,
      ...(object.objectId === undefined ? {} : { objectId: object.objectId }),
      returnByValue: true,
    })
    return result.value as R
  }

  async slow(page: Page, times: number): Promise<void> {
    await (await this.session(page)).send('Emulation.setCPUThrottlingRate', { rate: times })
  }

  private async worker(): Promise<Worker> {
    return this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent('serviceworker'))
  }

  private session(page: Page): Promise<CDPSession> {
    let session = this.sessions.get(page)
    if (session === undefined) {
      session = this.context.newCDPSession(page)
      this.sessions.set(page, session)
    }
    return session
  }

  private async imeKey(page: Page, type: 'rawKeyDown' | 'keyUp', key: string, code: string): Promise<void> {
    const session = await this.session(page)
    await session.send('Input.dispatchKeyEvent', { type, key, code, windowsVirtualKeyCode: IME_KEY_CODE })
  }

  private async compose(page: Page, text: string): Promise<void> {
    const session = await this.session(page)
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
}

interface Node {
  nodeId: number
  nodeName: string
  children?: Node[]
  shadowRoots?: Node[]
}
