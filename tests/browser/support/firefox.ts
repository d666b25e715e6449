// A stock Firefox over WebDriver BiDi, with its privileged scripts for what Playwright lacks.
import { resolve } from 'node:path'

import { firefox, type Page } from '@playwright/test'

import { typeWith, withBidi, type Bidi } from './bidi.ts'
import type { Started, StartOptions } from './browser.ts'
import type { Driver } from './driver.ts'

/** Environment: FIREFOX, the browser's executable. */
export async function startFirefox({ profile, extension, viewport, colorScheme, headless, locale, timezoneId }: StartOptions): Promise<Started> {
  const { result: context, bidi } = await withBidi(() =>
    firefox.launchPersistentContext(profile, {
      viewport,
      colorScheme,
      headless,
      locale,
      timezoneId,
      executablePath: process.env['FIREFOX'] ?? '/usr/bin/firefox-esr',
      // Playwright's word for a Firefox that it has not patched.
      channel: 'moz-firefox',
      // Scripts of the browser's own window, for input and for the language.
      args: ['--remote-allow-system-access'],
      firefoxUserPrefs: {
        // A proxy that isn't there: what the router doesn't answer leads nowhere.
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': 9,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': 9,
      },
    }),
  )
  const driver = new Firefox(bidi)
  await driver.prepare(locale, extension)
  for (const page of context.pages()) driver.takeOverTyping(page)
  context.on('page', (page) => {
    driver.takeOverTyping(page)
  })
  return { context, driver }
}

/** Scripts of the browser's own window, which may do what the page's can't. Each takes one argument. */
const PRIVILEGED = {
  // Without a language pack Firefox itself stays English, but extensions are told this language.
  speak: `language => {
    Services.locale.availableLocales = [language, 'en-US']
    Services.locale.requestedLocales = [language]
  }`,
  hostOf: 'id => WebExtensionPolicy.getByID(id).mozExtensionHostname',
  stop: 'id => WebExtensionPolicy.getByID(id).extension.terminateBackground({ disableResetIdleForTest: true })',
  insert: "text => window.windowUtils.sendContentCommandEvent('insertText', null, text)",
  convert: conversion(`({ text, key }) => {
    processor.setPendingCompositionString(text)
    if (text !== '') processor.appendClauseToPendingComposition(text.length, processor.ATTR_RAW_CLAUSE)
    processor.setCaretInPendingComposition(text.length)
    processor.flushPendingComposition(key)
  }`),
  confirm: conversion('({ text, key }) => processor.commitCompositionWith(text, key)'),
  cancel: conversion('({ key }) => processor.cancelComposition(key)'),
}

/** Lets a script have the input processor of the window, which speaks to the page as an IME does, and a key. */
function conversion(script: string): string {
  return `({ text, key, code, keyCode }) => {
    const processor = window.testInput ??= Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
    if (!processor.beginInputTransactionForTests(window)) throw new Error('another IME is at work')
    const event = new KeyboardEvent('', { key, code, keyCode })
    ;(${script})({ text, key: event })
    processor.keyup(event)
  }`
}

class Firefox implements Driver {
  readonly isRoutedBeforeGuard = true
  private id = ''
  private host = ''

  constructor(private readonly bidi: Bidi) {}

  /** Makes the browser what the specs take for granted, and installs the extension. */
  async prepare(locale: string, extension: string | undefined): Promise<void> {
    await this.bidi.send('network.addDataCollector', { dataTypes: ['request'], maxEncodedDataSize: 10_000_000 })
    await this.privileged('speak', new Intl.Locale(locale).language)
    if (extension === undefined) return
    const extensionData = { type: 'path', path: resolve(extension) }
    const installed = await this.bidi.send<{ extension: string }>('webExtension.install', { extensionData })
    this.id = installed.extension
    this.host = (await this.privileged('hostOf', this.id)) as string
  }

  takeOverTyping(page: Page): void {
    typeWith(page, async (text) => {
      await this.privileged('insert', text, page)
      // Keys are quicker than a text: the next one waits until the page has it.
      const target = { context: (await this.contextOf(page)).context }
      await this.bidi.send('script.evaluate', { expression: '0', target, awaitPromise: false })
    })
  }

  address(file: string): Promise<string> {
    return Promise.resolve(`moz-extension://${this.host}/${file}`)
  }

  /** In a page of its own, for Firefox tells nobody of the background's. */
  async inExtension<A, R>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R> {
    const { context } = await this.bidi.send<Created>('browsingContext.create', { type: 'tab', background: true })
    const url = await this.address('panel.html')
    await this.bidi.send('browsingContext.navigate', { context, url, wait: 'complete' })
    const result = (await this.call(context, work.toString(), argument)) as R
    // An extension that has reloaded itself has taken its pages along.
    await this.bidi.send('browsingContext.close', { context }).catch(() => undefined)
    return result
  }

  async stopWorker(): Promise<void> {
    await this.privileged('stop', this.id)
  }

  async showConversion(page: Page, text: string): Promise<void> {
    await this.privileged('convert', { text, key: 'Process', code: 'KeyA', keyCode: 229 }, page)
  }

  async confirmConversion(page: Page, text: string): Promise<void> {
    await this.privileged('confirm', { text, key: 'Enter', code: 'Enter', keyCode: 13 }, page)
  }

  async cancelConversion(page: Page): Promise<void> {
    await this.privileged('cancel', { text: '', key: 'Escape', code: 'Escape', keyCode: 27 }, page)
  }

  async touch(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
    const actions = [{ type: 'pointerMove', x, y }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]
    await this.bidi.send('input.performActions', {
      context: (await this.contextOf(page)).context,
      actions: [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }],
    })
  }

  async inClosedRoot<R>(page: Page, name: string, work: (root: ShadowRoot) => R): Promise<R | undefined> {
    const { context } = await this.contextOf(page)
    const target = { context }
    const { result } = await this.bidi.send<{ result: Element }>('script.evaluate', {
      target,
      expression: `document.querySelector('${name}')`,
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
    })
    const root = result.value?.shadowRoot
    if (!root) return undefined
    const answer = await this.bidi.send<Answer>('script.callFunction', {
      target,
      functionDeclaration: `root => JSON.stringify((${work.toString()})(root))`,
      arguments: [{ sharedId: root.sharedId }],
      awaitPromise: false,
    })
    return valueOf(answer) as R
  }

  /** Firefox has no such switch. */
  slow(): Promise<void> {
    return Promise.resolve()
  }

  /** In the window of a page, else in any. */
  private async privileged(name: keyof typeof PRIVILEGED, argument: unknown, page?: Page): Promise<unknown> {
    const { contexts } = await this.bidi.send<Tree>('browsingContext.getTree', { 'moz:scope': 'chrome' })
    const clientWindow = page && (await this.contextOf(page)).clientWindow
    const window = contexts.find((it) => clientWindow === undefined || it.clientWindow === clientWindow)
    return await this.call(window?.context, PRIVILEGED[name], argument)
  }

  private async contextOf(page: Page): Promise<Tree['contexts'][number]> {
    const { contexts } = await this.bidi.send<Tree>('browsingContext.getTree', {})
    const found = contexts.find(({ url }) => url === page.url())
    if (found === undefined) throw new Error('a page that Firefox does not show')
    return found
  }

  private async call(context: string | undefined, script: string, argument: unknown): Promise<unknown> {
    const answer = await this.bidi.send<Answer>('script.callFunction', {
      target: { context },
      functionDeclaration: `async json => JSON.stringify(await (${script})(JSON.parse(json)))`,
      arguments: [{ type: 'string', value: JSON.stringify(argument ?? null) }],
      awaitPromise: true,
    })
    return valueOf(answer)
  }
}

interface Created {
  context: string
}

interface Tree {
  contexts: { context: string; url: string; clientWindow: string }[]
}

interface Element {
  value?: { shadowRoot?: { sharedId: string } | null }
}

interface Answer {
  type: 'success' | 'exception'
  result?: { value?: string }
  exceptionDetails?: { text: string }
}

function valueOf({ type, result, exceptionDetails }: Answer): unknown {
  if (type === 'exception') throw new Error(exceptionDetails?.text)
  return result?.value === undefined ? undefined : JSON.parse(result.value)
}
