import type { Editor } from './page.ts'

/** A compose box's text as the platform will send it, and the way back into the page. */
export interface Reading {
  text: string
  /** The page's range of a span of the text; none where the box has no ranges. */
  range(start: number, end: number): Range | undefined
  /** The caret or the end of the selection, as an offset into the text. */
  caret(): number | undefined
  /** Puts the selection around a span; the caret, where the span is empty. */
  select(start: number, end: number): void
}

export function read({ element, kind }: Editor): Reading {
  if (kind === 'textarea') return readTextarea(element as HTMLTextAreaElement)
  return new BlockReading(element)
}

function readTextarea(element: HTMLTextAreaElement): Reading {
  return {
    text: element.value,
    range: () => undefined,
    caret: () => element.selectionEnd,
    select: (start, end) => {
      element.setSelectionRange(start, end)
    },
  }
}

/** A stretch of the text: a text node, or a picture that stands for an emoji. */
interface Stretch {
  node: Text | HTMLImageElement
  start: number
  end: number
}

/** Draft.js: one block a line. Its blocks have no newline between them in `textContent`. */
class BlockReading implements Reading {
  readonly text: string
  private readonly stretches: Stretch[] = []
  private readonly blocks: { element: Element; start: number }[] = []

  constructor(private readonly root: HTMLElement) {
    let text = ''
    for (const [index, block] of [...root.querySelectorAll('[data-block="true"]')].entries()) {
      if (index > 0) text += '\n'
      this.blocks.push({ element: block, start: text.length })
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const written = node instanceof Text ? node.data : node instanceof HTMLImageElement ? emoji(node) : ''
        if (written === '') continue
        const start = text.length
        text += written
        this.stretches.push({ node: node as Stretch['node'], start, end: text.length })
      }
    }
    this.text = text
  }

  range(start: number, end: number): Range | undefined {
    const first = this.stretches.find((stretch) => start < stretch.end)
    const last = this.stretches.findLast((stretch) => stretch.start < end)
    if (!first || !last) return undefined
    const range = document.createRange()
    if (first.node instanceof Text) range.setStart(first.node, Math.max(0, start - first.start))
    else range.setStartBefore(first.node)
    if (last.node instanceof Text) range.setEnd(last.node, Math.min(last.end, end) - last.start)
    else range.setEndAfter(last.node)
    return range
  }

  caret(): number | undefined {
    const { focusNode, focusOffset } = document.getSelection() ?? {}
    if (!focusNode || focusOffset === undefined || !this.root.contains(focusNode)) return undefined
    const direct = this.stretches.find(({ node }) => node === focusNode)
    if (direct?.node instanceof Text) return direct.start + focusOffset
    const point = document.createRange()
    point.setStart(focusNode, focusOffset)
    const isBefore = (node: Node) => point.comparePoint(node, 0) < 0
    const block = this.blocks.findLast(({ element }) => element.contains(focusNode) || isBefore(element))
    const stretch = this.stretches.findLast(({ node }) => isBefore(node))
    return Math.max(block?.start ?? 0, stretch?.end ?? 0)
  }

  select(start: number, end: number): void {
    const from = this.position(start)
    const to = this.position(end)
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  }

  /** Where the caret goes for an offset, also in an empty line. */
  private position(offset: number): { node: Node; offset: number } {
    const stretch = this.stretches.find(({ start, end }) => start <= offset && offset <= end)
    if (stretch?.node instanceof Text) return { node: stretch.node, offset: offset - stretch.start }
    const block = this.blocks.findLast(({ start }) => start <= offset)?.element ?? this.root
    const leaf = block.querySelector('[data-offset-key] br')?.parentElement ?? block
    return { node: leaf, offset: 0 }
  }
}

/** The emoji that a picture stands for; nothing where the emoji itself is in the text beside it. */
function emoji(picture: HTMLImageElement): string {
  const isWritten = picture.parentElement?.textContent.includes(picture.alt) ?? false
  return isWritten ? '' : picture.alt
}
