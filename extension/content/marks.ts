import type { Box } from './box.ts'
import type { Frame } from './frame.ts'
import { Mirror } from './mirror.ts'
import type { Finding } from './protocol.ts'

/** What a mark says. */
export type Action = Finding['action'] & ('block' | 'confirm' | 'warn')

export interface MarkedSpan {
  start: number
  end: number
  action: Action | 'pointed'
}

const ACTIONS = ['block', 'confirm', 'warn', 'pointed'] as const

/**
 * The marks in the boxes. Nothing is put into the page's editors: the registry of highlights holds ranges, marks.css the
 * looks, and what lies over a textarea stands beside Kakunin's frame.
 */
export class Marks {
  private readonly mirrors = new Map<HTMLElement, Mirror>()
  private boxes: Box[] = []
  private pointed: { box: Box; start: number; end: number } | undefined

  constructor(private readonly frame: Frame) {}

  /** Shows what the answers name in these boxes. Editors rewrite their nodes, so everything is made anew each time. */
  show(boxes: Box[]): void {
    this.boxes = boxes
    const ranges = new Map<string, Range[]>(ACTIONS.map((action) => [action, []]))
    const mirrored = new Set<HTMLElement>()
    for (const box of boxes) {
      const spans = this.spansOf(box)
      const { element } = box.editor
      if (element instanceof HTMLTextAreaElement) {
        if (spans.length > 0) mirrored.add(element)
        if (spans.length > 0) this.mirrorOf(element).show(box.reading.text, spans)
        continue
      }
      for (const { start, end, action } of spans) {
        const range = box.reading.range(start, end)
        if (range) ranges.get(action)?.push(range)
      }
    }
    for (const [action, those] of ranges) {
      // The registry is never iterated: Firefox forbids it here.
      if (those.length > 0) CSS.highlights.set(`kakunin-${action}`, new Highlight(...those))
      else CSS.highlights.delete(`kakunin-${action}`)
    }
    for (const [element, mirror] of this.mirrors) {
      if (mirrored.has(element)) continue
      mirror.remove()
      this.mirrors.delete(element)
    }
  }

  /** Points at a place that the operator looks at in the panel; without one, at none. */
  point(place?: { box: Box; start: number; end: number }): void {
    this.pointed = place
    this.show(this.boxes)
  }

  /** Something on the page has moved. */
  place(): void {
    for (const mirror of this.mirrors.values()) mirror.place()
  }

  private spansOf(box: Box): MarkedSpan[] {
    const found = (box.answer?.report?.findings ?? []).flatMap(({ start, end, action }) =>
      start === null || end === null || action === 'remind' ? [] : [{ start, end, action }],
    )
    const { pointed } = this
    return pointed?.box === box ? [...found, { start: pointed.start, end: pointed.end, action: 'pointed' as const }] : found
  }

  private mirrorOf(element: HTMLTextAreaElement): Mirror {
    const known = this.mirrors.get(element)
    if (known) return known
    const mirror = new Mirror(element)
    this.mirrors.set(element, mirror)
    this.frame.attach(mirror.element)
    return mirror
  }
}
