import type { Box } from './box.ts'
import type { Editor } from './page.ts'
import { read } from './reading.ts'

/** How long the page may take to hear of something, in milliseconds. */
const PATIENCE = 500

/**
 * Puts `written` in the place of a span, through the editor's own input path, so that its undo takes it back. The caret
 * stays where it was in the text. Resolves to whether the editor took it.
 */
export async function replace(box: Box, start: number, end: number, written: string): Promise<boolean> {
  const { editor, lastCaret } = box
  const before = read(editor)
  const caret = before.caret() ?? lastCaret ?? before.text.length
  const expected = before.text.slice(0, start) + written + before.text.slice(end)
  await select(editor, start, end)
  /* eslint-disable @typescript-eslint/no-deprecated -- the one way that every editor takes as typing, undo included */
  if (written === '') document.execCommand('delete')
  else document.execCommand('insertText', false, written)
  /* eslint-enable */
  await nextFrame()
  if (read(editor).text !== expected) return false
  const moved = caret <= start ? caret : Math.max(start, caret - (end - start)) + written.length
  await select(editor, moved, moved)
  return true
}

async function select(editor: Editor, start: number, end: number): Promise<void> {
  const { element } = editor
  // Draft.js takes a selection over from the event, and only while it has the focus. Firefox tells of either late: of
  // the focus some time after the panel has lost it, of the selection after the next frame.
  if (!element.matches(':focus')) {
    const focused = next(element, 'focus')
    element.focus()
    await focused
  }
  if (read(editor).select(start, end)) await next(document, 'selectionchange')
}

/** Waits for an event, but not for ever. */
function next(target: EventTarget, type: string): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      resolve()
    }
    target.addEventListener(type, done, { once: true })
    setTimeout(done, PATIENCE)
  })
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      resolve()
    })
  })
}
