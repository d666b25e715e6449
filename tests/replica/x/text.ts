// Draft.js models as text.
import { ContentState, EditorState, Modifier, SelectionState } from 'draft-js'
import { decorator } from './decorator.tsx'
import type { Model } from './window.ts'

export function newState(text = ''): EditorState {
  if (text === '') return EditorState.createEmpty(decorator)
  return EditorState.moveSelectionToEnd(EditorState.createWithContent(ContentState.createFromText(text), decorator))
}

/** The text that is sent: blocks joined by \n. */
export function textOf(state: EditorState): string {
  return state.getCurrentContent().getPlainText('\n')
}

export function isBlank(state: EditorState): boolean {
  return textOf(state).trim() === ''
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

/** The state with `text` put in place of a range of one block (UTF-16 offsets), and the caret behind it. */
export function replaceInBlock(state: EditorState, key: string, start: number, end: number, text: string): EditorState {
  const range = SelectionState.createEmpty(key).merge({ anchorOffset: start, focusOffset: end })
  const content = Modifier.replaceText(state.getCurrentContent(), range, text)
  const pushed = EditorState.push(state, content, 'insert-characters')
  return EditorState.forceSelection(pushed, content.getSelectionAfter())
}
