import { place } from './placement.ts'
import type { FromFrame, ToFrame } from './protocol.ts'
import { WORDS } from './words.ts'

const WIDTH = 320
/** How often a page may take the frame away before the worker takes over for good. */
const MOST_STARTS = 5

/** Kakunin's own frame in the page, in a closed shadow root: the engine and the panel. */
export class Frame {
  private readonly root: ShadowRoot
  private readonly host = document.createElement('kakunin-panel')
  private readonly iframe = document.createElement('iframe')
  private port: MessagePort | undefined
  private readonly removals = new MutationObserver(() => {
    if (this.host.isConnected) return
    this.port = undefined
    this.start()
  })
  private starts = 0
  private height = 0

  constructor(private readonly onMessage: (message: FromFrame) => void) {
    this.root = this.host.attachShadow({ mode: 'closed' })
    this.host.style.cssText = 'all: initial; position: fixed; inset: 0 auto auto 0; z-index: 2147483647'
    this.iframe.title = WORDS.panelTitle
    this.iframe.style.cssText = `position: fixed; width: ${WIDTH}px; height: 0; border: 0; visibility: hidden`
    this.iframe.addEventListener('load', () => {
      this.connect()
    })
  }

  get isReady(): boolean {
    return this.port !== undefined
  }

  get isShown(): boolean {
    return this.height > 0
  }

  /** Puts the frame into the page, if it isn't there, and keeps it there. */
  start(): void {
    // A script that has outlived its extension has no id, and no frame to start.
    const isOrphan = (chrome.runtime.id as string | undefined) === undefined
    if (this.host.isConnected || this.starts >= MOST_STARTS || isOrphan) return
    this.starts += 1
    // The page can't read a closed root, so only this script knows the key that the frame answers to.
    this.iframe.src = `${chrome.runtime.getURL('panel.html')}#${crypto.randomUUID()}`
    this.root.append(this.iframe)
    document.documentElement.append(this.host)
    // Only the children of <html>: a page that drops unknown elements drops this one.
    this.removals.observe(document.documentElement, { childList: true })
  }

  /** Puts something beside the frame. */
  attach(element: HTMLElement): void {
    this.root.append(element)
    if (!this.host.isConnected) document.documentElement.append(this.host)
  }

  /** The same, and tells whether the page left it there. */
  async show(element: HTMLElement): Promise<boolean> {
    this.attach(element)
    await new Promise(requestAnimationFrame)
    return this.host.isConnected
  }

  restart(): void {
    this.port = undefined
    this.host.remove()
    this.start()
  }

  /** Gives the panel the keyboard. */
  focus(): void {
    this.iframe.focus()
  }

  send(message: ToFrame): void {
    this.port?.postMessage(message)
  }

  setHeight(height: number): void {
    this.height = height
    // It shows itself once it has a place.
    if (height === 0) this.iframe.style.visibility = 'hidden'
  }

  /** Moves the panel beside a scope, off the boxes in it. */
  placeBeside(scope: DOMRect, boxes: DOMRect[]): void {
    if (boxes.length === 0) return
    const { left, top, height } = place({ width: WIDTH, height: this.height }, scope, boxes, {
      width: innerWidth,
      height: innerHeight,
    })
    this.iframe.style.height = `${height}px`
    this.iframe.style.visibility = 'visible'
    this.iframe.style.left = `${left}px`
    this.iframe.style.top = `${top}px`
  }

  private connect(): void {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<FromFrame>) => {
      if (data.type === 'ready') this.port = port1
      this.onMessage(data)
    }
    this.iframe.contentWindow?.postMessage(new URL(this.iframe.src).hash.slice(1), '*', [port2])
  }
}
