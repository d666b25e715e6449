// What the specs need of a browser beyond Playwright's own interface; each browser has its own debugger for it.
import type { BrowserContext, Page } from '@playwright/test'

export interface Driver {
  /** Whether a request is routed while the extension's guard still decides: what that stops was never posted. */
  isRoutedBeforeGuard: boolean
  /** The address of a file of the extension. */
  address: (file: string) => Promise<string>
  /** Runs a function where the extension's own `chrome` is. */
  inExtension: <A, R>(work: (argument: A) => R | Promise<R>, argument: A) => Promise<R>
  /** Stops the extension's worker, as the browser does with one that has nothing to do. */
  stopWorker: (own: Page) => Promise<void>
  /** Shows a text as the one conversion under way, unconfirmed. As with a real IME, keydown (229) comes first. */
  showConversion: (page: Page, text: string) => Promise<void>
  /** Confirms a conversion with Enter, a key that the IME takes. */
  confirmConversion: (page: Page, text: string) => Promise<void>
  /** Gives a conversion up with Escape: what was converted goes away. */
  cancelConversion: (page: Page) => Promise<void>
  /** Touches a point, in CSS pixels of the viewport, with a finger. */
  touch: (page: Page, point: { x: number; y: number }) => Promise<void>
  /** Runs a function on the closed shadow root of the first element of a name; without one it gives nothing. */
  inClosedRoot: <R>(page: Page, name: string, work: (root: ShadowRoot) => R) => Promise<R | undefined>
  /** Makes the page so many times slower. */
  slow: (page: Page, times: number) => Promise<void>
}

const drivers = new WeakMap<BrowserContext, Driver>()

export function setDriver(context: BrowserContext, driver: Driver): void {
  drivers.set(context, driver)
}

export function driverOf(context: BrowserContext): Driver {
  const driver = drivers.get(context)
  if (driver === undefined) throw new Error('a context that launch() did not start')
  return driver
}
