import { Box } from './box.ts'
import type { Engine } from './engine.ts'
import { partsAreHidden, type Page, type Send } from './page.ts'
import { read } from './reading.ts'

/** The page's compose boxes: finds them, watches each narrowly, asks the engine about every new text. */
export class Boxes {
  private readonly boxes = new Map<HTMLElement, Box>()
  /** Parts of a thread that the page hides for a moment, and sends all the same. */
  private hidden: Box[] = []
  private readonly edits = new MutationObserver((mutations) => {
    for (const box of this.boxes.values()) {
      if (mutations.some(({ target }) => box.editor.element.contains(target))) this.edited(box)
    }
  })
  /** A box that leaves the page shrinks to nothing: the one cheap sign of it. */
  private readonly sizes = new ResizeObserver(() => {
    this.discover()
    this.onMove()
  })

  constructor(
    private readonly page: Page,
    private readonly engine: Engine,
    /** The set of boxes, or what is known about one, has changed. */
    private readonly onChange: () => void,
    /** A box has moved or changed its size. */
    private readonly onMove: () => void,
    /** A box's text has changed. */
    private readonly onEdit: () => void,
  ) {
    const discover = (): void => {
      this.discover()
    }
    addEventListener('animationstart', ({ animationName }) => {
      if (animationName === 'kakunin-appeared') discover()
    }, true)
    addEventListener('focusin', discover, true)
    addEventListener('input', (event) => {
      const box = this.of(event)
      if (box) this.edited(box)
    }, true)
    this.followCompositions()
  }

  /** The box that an event happened in. */
  of(event: Event): Box | undefined {
    for (const target of event.composedPath()) {
      const box = target instanceof HTMLElement ? this.boxes.get(target) : undefined
      if (box) return box
    }
    return undefined
  }

  /** The same, also where the box has come only now. */
  at(event: Event): Box | undefined {
    this.discover()
    return this.of(event)
  }

  byId(id: number): Box | undefined {
    return this.all().find((box) => box.id === id)
  }

  /** The boxes that one send sends, in their order, as last read. */
  inScope(scope: Element): Box[] {
    return this.all().filter((box) => box.scope === scope)
  }

  /** The boxes that a send sends, found and read anew: what the page would send now. */
  readSend(send: Send): Box[] {
    this.discover()
    const those = this.all().filter((box) => this.page.sends(send, box))
    const own = those.filter(({ editor }) => editor.place === send.place)
    const boxes = own.length > 0 ? own : those
    for (const box of boxes) this.refresh(box)
    return boxes
  }

  /** The scope of the box that came last. */
  latestScope(): Element | undefined {
    return [...this.boxes.values()].at(-1)?.scope
  }

  /** Asks again about every box: the engine, or what it goes by, is a new one. */
  askAgain(): void {
    for (const box of this.all()) {
      box.request += 1
      this.engine.ask(box)
    }
  }

  /** The boxes that stand in the page, as last read. */
  present(): Box[] {
    return [...this.boxes.values()]
  }

  private all(): Box[] {
    return [...this.hidden, ...this.boxes.values()]
  }

  /** Looks for boxes that have come or gone. */
  discover(): void {
    const editors = this.page.allEditors()
    // A box that another place has now is another box.
    const present = new Map(editors.map(({ element, place }) => [element, place]))
    const gone = [...this.boxes.values()].filter(({ editor }) => present.get(editor.element) !== editor.place)
    const come = editors.filter(({ element, place }) => this.boxes.get(element)?.editor.place !== place)
    const isBack = (scope: Element) => come.some(({ host }) => scope.contains(host))
    this.hidden = [...this.hidden, ...gone].filter(
      ({ scope, editor: { place } }) =>
        scope.isConnected && (place.has_steps ? !isBack(scope) : partsAreHidden(place)),
    )
    for (const box of gone) {
      this.boxes.delete(box.editor.element)
      this.sizes.unobserve(box.editor.element)
    }
    for (const editor of come) {
      const box = new Box(editor, this.page.scopeOf(editor.host, editor.place), this.page)
      this.boxes.set(editor.element, box)
      this.edits.observe(editor.element, { subtree: true, childList: true, characterData: true })
      this.sizes.observe(editor.element)
      this.refresh(box)
    }
    if (gone.length > 0 || come.length > 0) this.onChange()
  }

  private edited(box: Box): void {
    // Half-converted text is neither judged nor announced; a send reads it all the same.
    if (box.isComposing) return
    this.refresh(box)
    this.onEdit()
  }

  private refresh(box: Box): void {
    if (box.editor.element.isConnected && box.refresh()) this.engine.ask(box)
  }

  private followCompositions(): void {
    const settle = (event: Event): void => {
      const box = this.of(event)
      if (!box?.isComposing) return
      box.isComposing = false
      // The editor takes the committed text over after the event.
      setTimeout(() => {
        this.edited(box)
      })
    }
    addEventListener('compositionstart', (event) => {
      const box = this.of(event)
      if (box) box.isComposing = true
    }, true)
    addEventListener('compositionend', settle, true)
    addEventListener('blur', (event) => {
      const box = this.of(event)
      if (box) box.lastCaret = read(box.editor).caret()
      settle(event)
    }, true)
  }
}
