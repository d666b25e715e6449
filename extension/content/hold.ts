import type { Box, Gate } from './box.ts'
import type { Boxes } from './boxes.ts'
import type { Notice } from './notice.ts'
import type { Page } from './page.ts'
import { WORDS } from './words.ts'

/** A send that waits for its check. */
interface Waiting {
  scope: Element
  control: HTMLElement
  texts: string
}

/** Events by which a control or a script behind it might send before the click. */
const BEFORE_CLICK = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend'] as const

/**
 * Holds every send until its boxes may go. A send that came before its answer is replayed once the answer is there, once
 * and only for the very same text.
 */
export class Hold {
  private waiting: Waiting | undefined
  private isReplaying = false

  constructor(
    private readonly page: Page,
    private readonly boxes: Boxes,
    private readonly notice: Notice,
    /** A send was held because of what its boxes say. */
    private readonly onHeld: (boxes: Box[], control: Element) => void,
  ) {
    for (const type of BEFORE_CLICK) {
      addEventListener(type, (event) => {
        const control = this.page.sendAt(event.composedPath())
        if (control && !this.mayGo(control)) event.stopImmediatePropagation()
      }, { capture: true, passive: true })
    }
    addEventListener('click', (event) => {
      const control = this.page.sendAt(event.composedPath())
      if (control) this.decide(event, control)
    }, true)
    addEventListener('keydown', (event) => {
      const control = this.controlOfKey(event)
      if (control) this.decide(event, control)
    }, true)
  }

  /** An answer has come: a send that waited for it goes, or is held for good. */
  answered(): void {
    if (!this.waiting) return
    const { scope, control, texts } = this.waiting
    const boxes = this.boxes.readScope(scope)
    const gate = gateOf(boxes)
    if (gate === 'wait') return
    this.waiting = undefined
    this.notice.hide()
    // Whoever wrote on meanwhile presses again.
    if (textsOf(boxes) !== texts) return
    if (gate === 'held') this.onHeld(boxes, control)
    else this.replay(control.isConnected ? control : this.page.sendIn(scope))
  }

  /** Neither frame nor worker answers: whoever waits is told so. */
  failed(): void {
    if (this.waiting) void this.notice.say(WORDS.engineFailed, this.waiting.control)
  }

  private mayGo(control: Element): boolean {
    return this.isReplaying || gateOf(this.boxes.readScope(this.page.scopeOf(control))) === 'go'
  }

  private decide(event: Event, control: HTMLElement): void {
    if (this.isReplaying) return
    const scope = this.page.scopeOf(control)
    const boxes = this.boxes.readScope(scope)
    const gate = gateOf(boxes)
    if (gate === 'go') return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (gate === 'held') {
      this.onHeld(boxes, control)
    } else {
      this.waiting = { scope, control, texts: textsOf(boxes) }
      this.notice.soon(WORDS.checking, control)
    }
  }

  private replay(control: HTMLElement | undefined): void {
    this.isReplaying = true
    control?.click()
    this.isReplaying = false
  }

  /** The send control that a key would press; none while an IME has the key. */
  private controlOfKey(event: KeyboardEvent): HTMLElement | undefined {
    // The first key of a composition comes before compositionstart, the last may come after compositionend.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing newer tells a key that the IME has taken
    if (event.isComposing || event.keyCode === 229 || event.key === 'Process') return undefined
    const path = event.composedPath()
    const pressed = this.page.sendAt(path)
    if (pressed) return event.key === 'Enter' || event.key === ' ' ? pressed : undefined
    const [target] = path
    if (!this.page.isSendKey(event) || !(target instanceof Element)) return undefined
    return this.page.sendIn(this.page.scopeOf(target))
  }
}

/** The worst of the boxes; a send without a box that could be read is never let through. */
function gateOf(boxes: Box[]): Gate {
  const gates = boxes.map((box) => box.gate)
  if (gates.length === 0 || gates.includes('held')) return 'held'
  return gates.includes('wait') ? 'wait' : 'go'
}

function textsOf(boxes: Box[]): string {
  return JSON.stringify(boxes.map(({ post }) => post.text))
}
