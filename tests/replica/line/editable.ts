// The text of a plain contenteditable.

export function readEditable(root: Node): string {
  const text = read(root)
  // A line break at the end is there for the caret alone.
  return text.endsWith('\n') ? text.slice(0, -1) : text
}

export function caretIn(root: Node): { start: number; end: number } {
  const selection = window.getSelection()
  if (selection === null || selection.rangeCount === 0) return { start: 0, end: 0 }
  const range = selection.getRangeAt(0)
  const before = (node: Node, offset: number) => {
    const part = document.createRange()
    part.setStart(root, 0)
    part.setEnd(node, offset)
    return read(part.cloneContents()).length
  }
  return { start: before(range.startContainer, range.startOffset), end: before(range.endContainer, range.endOffset) }
}

function read(node: Node): string {
  if (node instanceof Text) return node.data
  if (node instanceof HTMLBRElement) return '\n'
  return [...node.childNodes].map(read).join('')
}
