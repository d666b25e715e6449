// Draft.js models as text.
import type { EditorState } from 'draft-js'
import type { Model } from './window.ts'

/** The text that is sent: blocks joined by \n. */
export function textOf(state: EditorState): string {
  return state.getCurrentContent().getPlainText('\n')
}

export function modelOf(state: EditorState): Model {
  const selection = state.getSelection()
  const offset = (key: string, inBlock: number) => {
    const before = state.getCurrentContent().getBlockMap().takeUntil((block) => block?.getKey() === key)
    return before.reduce((sum, block) => (sum ?? 0) + (block?.getLength() ?? 0) + 1, 0) + inBlock
  }
  return {
    text: textOf(state),
    selection: {
      start: offset(selection.getStartKey(), selection.getStartOffset()),
      end: offset(selection.getEndKey(), selection.getEndOffset()),
    },
  }
}
