// X's editor states.
import { ContentState, EditorState, Modifier, SelectionState } from 'draft-js'
import { textOf } from '../shared/draft.ts'
import { decorator } from './decorator.tsx'

export function newState(text = ''): EditorState {
  if (text === '') return EditorState.createEmpty(decorator)
  return EditorState.moveSelectionToEnd(EditorState.createWithContent(ContentState.createFromText(text), decorator))
}

export function isBlank(state: EditorState): boolean {
  return textOf(state).trim() === ''
}

/** The state with `text` put in place of a range of one block (UTF-16 offsets), and the caret behind it. */
export function replaceInBlock(state: EditorState, key: string, start: number, end: number, text: string): EditorState {
  const range = SelectionState.createEmpty(key).merge({ anchorOffset: start, focusOffset: end })
  const content = Modifier.replaceText(state.getCurrentContent(), range, text)
  const pushed = EditorState.push(state, content, 'insert-characters')
  return EditorState.forceSelection(pushed, content.getSelectionAfter())
}
