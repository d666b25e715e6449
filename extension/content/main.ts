/** The hands: finds, reads and marks the compose boxes, and holds the send. It knows no rule and no word of any language. */
import { adapterFor, onMended } from './adapter.ts'
import type { Box } from './box.ts'
import { Boxes } from './boxes.ts'
import { replace } from './editing.ts'
import { Engine } from './engine.ts'
import { Frame } from './frame.ts'
import { Hold } from './hold.ts'
import { Marks } from './marks.ts'
import { Notice } from './notice.ts'
import { Page } from './page.ts'
import type { FromFrame, FromWorker } from './protocol.ts'
import { read } from './reading.ts'
import { Sighting } from './sighting.ts'
import { WORDS } from './words.ts'

const adapter = adapterFor(location.hostname)
if (adapter) stand(new Page(adapter))

function stand(page: Page): void {
  const frame = new Frame(heard)
  const notice = new Notice(frame)
  const marks = new Marks(frame)
  const engine = new Engine(frame, answered, () => {
    hold.failed()
  })
  const boxes = new Boxes(page, engine, showBoxes, moved, mark)
  const hold = new Hold(page, boxes, notice, held, sending)
  const sighting = new Sighting(page)
  /** The send that the operator is at. */
  let scope: Element | undefined
  let isMoving = false

  addEventListener('focusin', (event) => {
    const box = boxes.of(event)
    if (box) attendTo(box.scope)
  }, true)
  addEventListener('scroll', moved, { capture: true, passive: true })
  addEventListener('resize', moved)
  onMended(location.hostname, (adapter) => {
    page.adopt(adapter)
    boxes.discover()
  })
  chrome.runtime.onMessage.addListener(({ summary }: FromWorker) => {
    void notice.say(`${WORDS.cancelled}\n${summary}`, boxes.present().at(-1)?.editor.element ?? document.body)
  })

  function attendTo(next: Element): void {
    if (scope === next) return
    scope = next
    showBoxes()
  }

  function showBoxes(): void {
    if (!scope?.isConnected) scope = boxes.latestScope()
    const those = scope ? boxes.inScope(scope) : []
    const unverified = those.some(({ editor }) => editor.place.unverified)
    frame.send({ type: 'boxes', boxes: those.map(({ id }) => id), unverified })
    mark()
    moved()
  }

  function mark(): void {
    marks.show(boxes.present())
  }

  function answered(): void {
    sighting.report(boxes.present())
    mark()
    moved()
    hold.answered()
  }

  function held(those: Box[], scope: Element, control: Element): void {
    attendTo(scope)
    if (frame.isReady && those.length > 0) {
      ask()
      return
    }
    const summary = those.map(({ answer }) => answer?.summary ?? '').join('\n')
    void notice.say(summary === '' ? WORDS.unreadable : summary, control)
  }

  /** Has the panel ask what the held send needs said. */
  function ask(): void {
    frame.send({ type: 'held' })
    frame.focus()
  }

  function sending(those: Box[]): void {
    if (those[0]) attendTo(those[0].scope)
    engine.sending(those)
  }

  function heard(message: FromFrame): void {
    switch (message.type) {
      case 'ready':
        // The panel says it from now on.
        notice.hide()
        boxes.askAgain()
        showBoxes()
        if (hold.isHolding) ask()
        break
      case 'answer': {
        const box = boxes.byId(message.box)
        if (box) engine.answered(box, message.request, message)
        break
      }
      case 'replace':
        void repair(message)
        break
      case 'point': {
        const box = boxes.byId(message.box)
        if (box) marks.point({ box, start: message.start, end: message.end })
        break
      }
      case 'unpoint':
        marks.point()
        break
      case 'release':
        hold.release()
        break
      case 'size':
        frame.setHeight(message.height)
        moved()
        break
      case 'leave':
        boxes.byId(message.box)?.editor.element.focus()
        break
    }
  }

  async function repair({ box: id, start, end, was, with: written }: FromFrame & { type: 'replace' }): Promise<void> {
    const box = boxes.byId(id)
    if (!box) return
    // The offsets are those of the text that was checked; the operator may have written on.
    const isThere = read(box.editor).text.slice(start, end) === was
    const isTaken = isThere && (await replace(box, start, end, written))
    if (!isTaken) frame.send({ type: 'not-replaced', box: id })
  }

  function moved(): void {
    if (isMoving || boxes.present().length === 0) return
    isMoving = true
    requestAnimationFrame(() => {
      isMoving = false
      marks.place()
      if (scope && frame.isShown) frame.placeBeside(scope.getBoundingClientRect(), taken(scope))
    })
  }

  /** What the panel must not cover. */
  function taken(scope: Element): DOMRect[] {
    const inScope = boxes.inScope(scope)
    const places = [...new Set(inScope.map(({ editor }) => editor.place))]
    const controls = places.flatMap((place) => page.sendIn(scope, place) ?? [])
    return [...inScope.map(({ editor }) => editor.element), ...controls].map((element) => element.getBoundingClientRect())
  }
}
