/** The hands: finds, reads and marks the compose boxes, and holds the send. It knows no rule and no word of any language. */
import { adapterFor } from './adapter.ts'
import type { Box } from './box.ts'
import { Boxes } from './boxes.ts'
import { replace } from './editing.ts'
import { Engine } from './engine.ts'
import { Frame } from './frame.ts'
import { Hold } from './hold.ts'
import { point } from './marks.ts'
import { Notice } from './notice.ts'
import { Page } from './page.ts'
import type { FromFrame } from './protocol.ts'
import { WORDS } from './words.ts'

const adapter = adapterFor(location.hostname)
if (adapter) stand(new Page(adapter))

function stand(page: Page): void {
  const frame = new Frame(heard)
  const notice = new Notice(frame)
  const engine = new Engine(frame, answered, () => {
    hold.failed()
  })
  const boxes = new Boxes(page, engine, showBoxes, moved)
  const hold = new Hold(page, boxes, notice, held)
  /** The send that the operator is at. */
  let scope: Element | undefined
  let isMoving = false

  addEventListener('focusin', ({ target }) => {
    const box = boxes.of(target)
    if (box) attendTo(box.scope)
  }, true)
  addEventListener('scroll', moved, { capture: true, passive: true })
  addEventListener('resize', moved)

  function attendTo(next: Element): void {
    if (scope === next) return
    scope = next
    showBoxes()
  }

  function showBoxes(): void {
    if (!scope?.isConnected) scope = boxes.latestScope()
    frame.send({ type: 'boxes', boxes: scope ? boxes.inScope(scope).map(({ id }) => id) : [] })
    moved()
  }

  function answered(): void {
    boxes.mark()
    moved()
    hold.answered()
  }

  function held(those: Box[], control: Element): void {
    attendTo(page.scopeOf(control))
    if (frame.isReady && those.length > 0) {
      frame.send({ type: 'held' })
      return
    }
    const summary = those.map(({ answer }) => answer?.summary ?? '').join('\n')
    void notice.say(summary === '' ? WORDS.unreadable : summary, control)
  }

  function heard(message: FromFrame): void {
    switch (message.type) {
      case 'ready':
        boxes.askAgain()
        showBoxes()
        break
      case 'answer': {
        const box = boxes.byId(message.box)
        if (box) engine.answered(box, message.request, message)
        break
      }
      case 'replace':
        void repair(message)
        break
      case 'point':
        point(boxes.byId(message.box)?.reading.range(message.start, message.end))
        break
      case 'unpoint':
        point(undefined)
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

  async function repair({ box: id, request, start, end, with: written }: FromFrame & { type: 'replace' }): Promise<void> {
    const box = boxes.byId(id)
    if (!box) return
    // The offsets are those of one text; on any other they would hit a wrong place.
    const isSame = box.request === request && box.isUnchanged()
    const isTaken = isSame && (await replace(box, start, end, written))
    if (!isTaken) frame.send({ type: 'not-replaced', box: id })
  }

  function moved(): void {
    if (isMoving || !scope || !frame.isShown) return
    isMoving = true
    requestAnimationFrame(() => {
      isMoving = false
      if (scope) frame.placeBeside(scope.getBoundingClientRect(), taken(scope))
    })
  }

  /** What the panel must not cover. */
  function taken(scope: Element): DOMRect[] {
    const elements = boxes.inScope(scope).map(({ editor }) => editor.element)
    const control = page.sendIn(scope)
    return [...elements, ...(control ? [control] : [])].map((element) => element.getBoundingClientRect())
  }
}
