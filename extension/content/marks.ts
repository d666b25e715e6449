import type { Finding } from './protocol.ts'

/** The marks in the boxes. Nothing is put into the page: the registry holds ranges, marks.css the looks. */
const ACTIONS = ['block', 'confirm', 'warn'] as const
const POINTED = 'kakunin-pointed'

export interface MarkedRange {
  range: Range
  action: Finding['action']
}

/** Shows these marks and no others. */
export function showMarks(marks: MarkedRange[]): void {
  for (const action of ACTIONS) {
    const ranges = marks.filter((mark) => mark.action === action).map(({ range }) => range)
    // The registry is never iterated: Firefox forbids it here.
    if (ranges.length > 0) CSS.highlights.set(`kakunin-${action}`, new Highlight(...ranges))
    else CSS.highlights.delete(`kakunin-${action}`)
  }
}

/** Points at a place that the operator looks at in the panel. */
export function point(range: Range | undefined): void {
  if (range) CSS.highlights.set(POINTED, new Highlight(range))
  else CSS.highlights.delete(POINTED)
}
