// Playwright speaks WebDriver BiDi to a stock Firefox, but only to the newest. This stands between the two, on the one
// seam that Playwright's pinned version has for it: its transport.
import { firefox, type Page } from '@playwright/test'

interface Message {
  id?: number
  type?: 'success' | 'error' | 'event'
  method?: string
  params?: Record<string, unknown>
  result?: unknown
  message?: string
}

interface Transport {
  send: (message: Message) => void
  close: () => void
  onmessage?: (message: Message) => void
  onclose?: (reason?: string) => void
}

type Connect = (this: unknown, transport: Transport, options: unknown) => Promise<unknown>

/** Playwright counts its own upwards from 1. */
const FIRST_ID = 1_000_000_000

/** The header in which a request's body reaches the route: Playwright's BiDi gives none of it. */
export const BODY_HEADER = 'x-body-of-the-request'

/** The connection to one Firefox, shared with Playwright. */
export class Bidi {
  private last = FIRST_ID
  private readonly open = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()

  constructor(private readonly transport: Transport) {}

  async send<R>(method: string, params: object): Promise<R> {
    const id = ++this.last
    const result = new Promise((resolve, reject) => {
      this.open.set(id, { resolve, reject })
    })
    this.transport.send({ id, method, params: params as Record<string, unknown> })
    return (await result) as R
  }

  /** What Playwright holds for the connection. */
  forPlaywright(): Transport {
    const { transport } = this
    const seen: Transport = {
      send: (message) => {
        // Newer than Firefox ESR 153, and sent at every start.
        if (message.method === 'emulation.setMediaFeaturesOverride') this.answer(seen, message)
        else transport.send(message)
      },
      close: () => {
        transport.close()
      },
    }
    transport.onmessage = (message) => {
      void this.received(message, seen)
    }
    transport.onclose = (reason) => {
      for (const { reject } of this.open.values()) reject(new Error('Firefox has gone'))
      seen.onclose?.(reason)
    }
    return seen
  }

  private answer(seen: Transport, { id }: Message): void {
    setImmediate(() => seen.onmessage?.({ type: 'success', ...(id === undefined ? {} : { id }), result: {} }))
  }

  private async received(message: Message, seen: Transport): Promise<void> {
    const own = message.id === undefined ? undefined : this.open.get(message.id)
    if (own !== undefined && message.id !== undefined) {
      this.open.delete(message.id)
      if (message.type === 'error') own.reject(new Error(message.message))
      else own.resolve(message.result)
      return
    }
    const { method, params } = message
    if (method === 'network.beforeRequestSent' && params?.['isBlocked'] === true) await this.addBody(params as unknown as Blocked)
    seen.onmessage?.(message)
    // Firefox tells of an extension's frame only after it has been spoken to.
    if (method === 'browsingContext.navigationCommitted' && String(params?.['url']).startsWith('moz-extension:')) {
      const target = { context: params?.['context'] }
      await this.send('script.evaluate', { expression: '0', target, awaitPromise: false }).catch(() => undefined)
    }
  }

  private async addBody({ request }: Blocked): Promise<void> {
    if (request.method === 'GET') return
    const wanted = { request: request.request, dataType: 'request' }
    const data = await this.send<{ bytes: Bytes }>('network.getData', wanted).catch(() => undefined)
    if (data === undefined) return
    const { type, value } = data.bytes
    const text = type === 'base64' ? Buffer.from(value, 'base64').toString() : value
    request.headers.push({ name: BODY_HEADER, value: { type: 'string', value: text } })
  }
}

interface Bytes {
  type: 'string' | 'base64'
  value: string
}

interface Blocked {
  request: { request: string; method: string; headers: { name: string; value: Bytes }[] }
}

interface Connection {
  toImpl: (client: object) => unknown
}

/** What Playwright itself works with, of which the object that it gives is only the outside. */
function insideOf(client: object): unknown {
  return (client as { _connection: Connection })._connection.toImpl(client)
}

/** Gives the connection to the Firefox that Playwright starts in `work`. */
export async function withBidi<R>(work: () => Promise<R>): Promise<{ result: R; bidi: Bidi }> {
  const { _bidiFirefox: type } = insideOf(firefox) as { _bidiFirefox: { connectToTransport: Connect } }
  const connect = type.connectToTransport
  let bidi: Bidi | undefined
  type.connectToTransport = function (transport, options) {
    bidi = new Bidi(transport)
    return connect.call(this, bidi.forPlaywright(), options)
  }
  try {
    const result = await work()
    if (bidi === undefined) throw new Error('Playwright has not connected to Firefox')
    return { result, bidi }
  } finally {
    type.connectToTransport = connect
  }
}

/** Has text that no key gives typed like this; Playwright would write it into the page's nodes, which is no typing. */
export function typeWith(page: Page, insert: (text: string) => Promise<void>): void {
  interface Inside {
    delegate: { rawKeyboard: { sendText: (progress: unknown, text: string) => Promise<void> } }
  }
  const inside = insideOf(page) as Inside
  inside.delegate.rawKeyboard.sendText = (_, text) => insert(text)
}
