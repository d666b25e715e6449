// Draft.js 0.11.7 takes what an IME wrote from the DOM of the leaf it was written in. An emoji drawn as <img> has no
// text there, so a conversion at its edge would swallow it. X's editor keeps the emoji; this puts it back.
import { EditorState, Modifier, type ContentState, type SelectionState } from 'draft-js'
import { EMOJI } from '../shared/emoji.ts'

export interface Composition {
  /** The model when the conversion began. */
  content: ContentState
  selection: SelectionState
  /** What the IME has committed. */
  committed: string
  ended: boolean
}

export function startComposition(state: EditorState): Composition {
  return { content: state.getCurrentContent(), selection: state.getSelection(), committed: '', ended: false }
}

/** The state after the conversion: `next`, or the mended one where an emoji at the caret was swallowed. */
export function mendComposition({ content, selection, committed }: Composition, next: EditorState): EditorState {
  if (!touchesEmoji(content, selection)) return next
  const expected = Modifier.replaceText(content, selection, committed)
  if (expected.getPlainText('\n') === next.getCurrentContent().getPlainText('\n')) return next
  const mended = EditorState.set(next, { currentContent: expected })
  return EditorState.forceSelection(mended, expected.getSelectionAfter())
}

function touchesEmoji(content: ContentState, selection: SelectionState): boolean {
  const text = content.getBlockForKey(selection.getStartKey()).getText()
  const at = selection.getStartOffset()
  return [...text.matchAll(EMOJI)].some((match) => match.index === at || match.index + match[0].length === at)
}
