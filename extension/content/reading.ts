import type { Editor } from './page.ts'

/** A compose box's text as the platform will send it, and the way back into the page. */
export interface Reading {
  text: string
  /** The page's range of a span of the text; none where the box has no ranges. */
  range(start: number, end: number): Range | undefined
  /** The caret or the end of the selection, as an offset into the text. */
  caret(): number | undefined
  /** Puts the selection around a span; the caret, where the span is empty. True where the page will hear of it. */
  select(start: number, end: number): boolean
}

export function read({ element, kind }: Editor): Reading {
  switch (kind) {
    case 'textarea':
    case 'shadow-textarea':
      return readTextarea(element as HTMLTextAreaElement)
    case 'draft':
      return new BlockReading(element, [...element.querySelectorAll('[data-block="true"]')])
    case 'lexical':
    case 'editable':
      return new BlockReading(element, blocksOf(element))
  }
}

/** The lines of an editable element: its blocks, or all of it where it has none. */
function blocksOf(element: HTMLElement): Element[] {
  const blocks = [...element.children].filter(({ tagName }) => BLOCKS.has(tagName))
  return blocks.length > 0 ? blocks : [element]
}

const BLOCKS = new Set(['P', 'DIV', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'H1', 'H2', 'H3'])

function readTextarea(element: HTMLTextAreaElement): Reading {
  return {
    text: element.value,
    range: () => undefined,
    caret: () => element.selectionEnd,
    select: (start, end) => {
      element.setSelectionRange(start, end)
      return false
    },
  }
}

/** A stretch of the text: a text node, a line break, or a picture that stands for an emoji. */
interface Stretch {
  node: Text | HTMLElement
  start: number
  end: number
}

/** One block a line: blocks have no newline between them in `textContent`. */
class BlockReading implements Reading {
  readonly text: string
  private readonly stretches: Stretch[] = []
  private readonly blocks: { element: Element; start: number }[] = []

  constructor(
    private readonly root: HTMLElement,
    blocks: Element[],
  ) {
    let text = ''
    for (const [index, block] of blocks.entries()) {
      if (index > 0) text += '\n'
      this.blocks.push({ element: block, start: text.length })
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const written = writtenAs(node, block)
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

  select(start: number, end: number): boolean {
    const from = this.position(start)
    const to = this.position(end)
    const selection = document.getSelection()
    if (!selection) return false
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
    const isFrom = anchorNode === from.node && anchorOffset === from.offset
    const isTo = focusNode === to.node && focusOffset === to.offset
    selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
    return !isFrom || !isTo
  }

  /** Where the caret goes for an offset, also in an empty line. */
  private position(offset: number): { node: Node; offset: number } {
    const text = this.stretches.find(({ node, start, end }) => node instanceof Text && start <= offset && offset <= end)
    if (text) return { node: text.node, offset: offset - text.start }
    const before = this.stretches.find(({ end }) => end === offset)?.node
    if (before?.parentNode) return { node: before.parentNode, offset: [...before.parentNode.childNodes].indexOf(before) + 1 }
    const block = this.blocks.findLast(({ start }) => start <= offset)?.element ?? this.root
    const leaf = block.querySelector('[data-offset-key] br')?.parentElement ?? block
    return { node: leaf, offset: 0 }
  }
}

/** What a node adds to the text. */
function writtenAs(node: Node, block: Element): string {
  if (node instanceof Text) return node.data
  if (node instanceof HTMLImageElement) return emoji(node)
  // The last break of a block only gives an empty line its height.
  return node instanceof HTMLBRElement && !isLast(node, block) ? '\n' : ''
}

function isLast(node: Node, block: Element): boolean {
  for (let at: Node | null = node; at && at !== block; at = at.parentNode) {
    if (at.nextSibling) return false
  }
  return true
}

/** The emoji that a picture stands for; nothing where the emoji itself is in the text beside it. */
function emoji(picture: HTMLImageElement): string {
  const isWritten = picture.parentElement?.textContent.includes(picture.alt) ?? false
  return isWritten ? '' : picture.alt
}
