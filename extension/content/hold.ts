import type { Box, Gate } from './box.ts'
import type { Boxes } from './boxes.ts'
import type { Notice } from './notice.ts'
import { isSendKey, type Page, type Send } from './page.ts'
import { WORDS } from './words.ts'

/** A send that was stopped, with what it would have sent. */
interface Stopped {
  send: Send
  texts: string
}

/** How long a platform may take to begin a send, in milliseconds. */
const PLATFORM_TAKES = 2000

/** Events by which a control or a script behind it might send before the click. */
const BEFORE_CLICK = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend'] as const

/**
 * Holds every send until its boxes may go. A send that came before its answer is replayed once the answer is there, once
 * and only for the very same text.
 */
export class Hold {
  /** It waits for its check. */
  private waiting: Stopped | undefined
  /** It waits for the operator. */
  private held: Stopped | undefined
  private isReplaying = false

  constructor(
    private readonly page: Page,
    private readonly boxes: Boxes,
    private readonly notice: Notice,
    /** A send was held because of what its boxes say. */
    private readonly onHeld: (boxes: Box[], scope: Element, control: Element) => void,
    /** A send goes. */
    private readonly onSending: (boxes: Box[]) => void,
  ) {
    for (const type of BEFORE_CLICK) {
      addEventListener(type, (event) => {
        const send = this.page.sendAt(event.composedPath())
        if (send && this.judge(send).gate !== 'go') event.stopImmediatePropagation()
      }, { capture: true, passive: true })
    }
    addEventListener('click', (event) => {
      const send = this.page.sendAt(event.composedPath())
      if (send) this.decide(event, send)
    }, true)
    addEventListener('keydown', (event) => {
      const send = this.sendOfKey(event)
      if (send) this.decide(event, send)
    }, true)
  }

  /** An answer has come: a send that waited for it goes, or is held for good. */
  answered(): void {
    if (!this.waiting) return
    const { send, texts } = this.waiting
    const boxes = this.boxes.readSend(send)
    const gate = gateOf(boxes)
    if (gate === 'wait') return
    this.waiting = undefined
    this.notice.hide()
    // Whoever wrote on meanwhile presses again.
    if (textsOf(boxes) !== texts) return
    if (gate === 'held') this.hold(send, boxes)
    else {
      this.onSending(boxes)
      this.replay(send)
    }
  }

  /** Whether a send waits for the operator, whose text is still the same. */
  get isHolding(): boolean {
    return this.held !== undefined && textsOf(this.boxes.readSend(this.held.send)) === this.held.texts
  }

  /** The operator has answered: the held send goes, once and only for the very same text. */
  release(): void {
    const { held } = this
    this.held = undefined
    if (!held) return
    const boxes = this.boxes.readSend(held.send)
    // The permit has been given with the answers.
    if (textsOf(boxes) === held.texts && gateOf(boxes) === 'go') this.replay(held.send)
  }

  /** Neither frame nor worker answers: whoever waits is told so. */
  failed(): void {
    if (this.waiting) void this.notice.say(WORDS.engineFailed, this.waiting.send.control)
  }

  /** What a send would send, read anew, and whether it may. */
  private judge(send: Send): { boxes: Box[]; gate: Gate } {
    if (this.isReplaying) return { boxes: [], gate: 'go' }
    const boxes = this.boxes.readSend(send)
    return { boxes, gate: send.isByLabel && boxes.length === 0 ? 'go' : gateOf(boxes) }
  }

  private decide(event: Event, send: Send): void {
    const { boxes, gate } = this.judge(send)
    if (gate === 'go') {
      // What is replayed has its permit; another would outlive it.
      if (!this.isReplaying) this.onSending(boxes)
      return
    }
    event.preventDefault()
    event.stopImmediatePropagation()
    if (gate === 'held') {
      this.hold(send, boxes)
    } else {
      this.waiting = { send, texts: textsOf(boxes) }
      this.notice.soon(WORDS.checking, send.control)
    }
  }

  private hold(send: Send, boxes: Box[]): void {
    this.held = { send, texts: textsOf(boxes) }
    this.onHeld(boxes, boxes[0]?.scope ?? send.scope, send.control)
  }

  /** Does what was stopped, once; where that does nothing, the operator is told to press again. */
  private replay(send: Send): void {
    const { control, scope, place } = send
    const present = this.page.sendAt([control]) && control.isConnected ? control : this.page.sendIn(scope, place)
    const texts = textsOf(this.boxes.readSend(send))
    this.isReplaying = true
    present?.click()
    this.isReplaying = false
    setTimeout(() => {
      const isIdle = control.isConnected && control.matches(':not(:disabled, [aria-disabled="true"])')
      const isThere = textsOf(this.boxes.readSend(send)) === texts
      if (isThere && (isIdle || !present)) void this.notice.say(WORDS.pressAgain, control)
    }, PLATFORM_TAKES)
  }

  /** What a key would send; nothing while an IME has the key. */
  private sendOfKey(event: KeyboardEvent): Send | undefined {
    // The first key of a composition comes before compositionstart, the last may come after compositionend.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing newer tells a key that the IME has taken
    if (event.isComposing || event.keyCode === 229 || event.key === 'Process') return undefined
    const pressed = this.page.sendAt(event.composedPath())
    if (pressed) return event.key === 'Enter' || event.key === ' ' ? pressed : undefined
    const box = this.boxes.at(event)
    if (!box || !isSendKey(event, box.editor.place)) return undefined
    const { scope, editor } = box
    const control = this.page.sendIn(scope, editor.place) ?? editor.element
    return { control, place: editor.place, scope, isByLabel: false }
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
