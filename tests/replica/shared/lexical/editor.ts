// A Lexical editor as Meta's pages set it up.
import { useEffect, useState } from 'react'
import { HashtagNode, registerLexicalHashtag } from '@lexical/hashtag'
import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { registerPlainText } from '@lexical/plain-text'
import { registerRichText } from '@lexical/rich-text'
import {
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  createEditor,
  HISTORY_MERGE_TAG,
  KEY_DOWN_COMMAND,
  mergeRegister,
  type LexicalEditor,
} from 'lexical'
import { isImeKey } from '../ime.ts'
import { EmojiNode, registerEmoji } from './emoji.ts'
import { $write, textOf } from './text.ts'

interface Options {
  /** Enter makes a paragraph (rich) or a line break (plain). */
  flavour: 'rich' | 'plain'
  /** What stands in it at the start. */
  text?: string
  /** Whether emoji are drawn as pictures. */
  emoji?: boolean
}

export interface Box {
  editor: LexicalEditor
  /** What would be sent. */
  text: string
  write: (text: string) => void
}

const HISTORY_MS = 300

export function useLexical(options: Options): Box {
  const [editor] = useState(() => create(options))
  const [text, setText] = useState(options.text ?? '')
  const { flavour, emoji = false } = options
  useEffect(
    () =>
      mergeRegister(
        flavour === 'rich' ? registerRichText(editor) : registerPlainText(editor),
        registerHistory(editor, createEmptyHistoryState(), HISTORY_MS),
        registerLexicalHashtag(editor),
        ...(emoji ? [registerEmoji(editor)] : []),
        ignoreImeKeys(editor),
        editor.registerUpdateListener(({ editorState }) => { setText(textOf(editorState)) }),
      ),
    [editor, flavour, emoji],
  )
  const write = (next: string) => {
    editor.update(() => { $write(next, flavour === 'rich') }, { discrete: true })
    editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
  }
  return { editor, text, write }
}

function create({ flavour, text = '' }: Options): LexicalEditor {
  const editor = createEditor({
    namespace: 'replica',
    nodes: [HashtagNode, EmojiNode],
    theme: { hashtag: 'entity', paragraph: 'paragraph' },
    onError: (error) => { throw error },
  })
  editor.update(() => { $write(text, flavour === 'rich') }, { tag: HISTORY_MERGE_TAG, discrete: true })
  return editor
}

/** Of an Enter after compositionend, Lexical itself knows Safari's only. */
function ignoreImeKeys(editor: LexicalEditor): () => void {
  return editor.registerCommand(KEY_DOWN_COMMAND, isImeKey, COMMAND_PRIORITY_CRITICAL)
}
