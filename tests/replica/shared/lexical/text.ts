// Lexical models as text: blocks as lines. (Lexical's own text content has an empty line between blocks.)
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type EditorState,
  type LexicalNode,
  type PointType,
} from 'lexical'
import type { Model } from '../window.ts'

/** The text that is sent. */
export function textOf(state: EditorState): string {
  return state.read($text)
}

export function modelOf(state: EditorState): Model {
  return state.read(() => {
    const selection = $getSelection()
    const text = $text()
    if (!$isRangeSelection(selection)) return { text, selection: { start: text.length, end: text.length } }
    const [start, end] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus]
    return { text, selection: { start: $offset(start), end: $offset(end) } }
  })
}

/** Puts `text` in place of everything: a paragraph a line, or one paragraph with line breaks. */
export function $write(text: string, blocks: boolean): void {
  const root = $getRoot()
  root.clear()
  const lines = text.split('\n')
  if (blocks) {
    for (const line of lines) root.append($createParagraphNode().append(...$pieces(line)))
  } else {
    const nodes = lines.flatMap((line, index) => (index === 0 ? $pieces(line) : [$createLineBreakNode(), ...$pieces(line)]))
    root.append($createParagraphNode().append(...nodes))
  }
  root.selectEnd()
}

function $pieces(line: string): LexicalNode[] {
  return line === '' ? [] : [$createTextNode(line)]
}

function $text(): string {
  return $getRoot().getChildren().map((block) => block.getTextContent()).join('\n')
}

function $offset(point: PointType): number {
  const node = point.getNode()
  if (!$isElementNode(node)) return $before(node) + point.offset
  const child = node.getChildAtIndex(point.offset)
  if (child !== null) return $before(child)
  return node === $getRoot() ? $text().length : $before(node) + node.getTextContentSize()
}

/** Length of what stands before a node. */
function $before(node: LexicalNode): number {
  const block = node.getTopLevelElementOrThrow()
  const blocks = block.getPreviousSiblings().reduce((sum, one) => sum + one.getTextContentSize() + 1, 0)
  if (node === block) return blocks
  return blocks + node.getPreviousSiblings().reduce((sum, one) => sum + one.getTextContentSize(), 0)
}
