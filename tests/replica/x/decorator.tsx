// What X draws differently inside the editor: emoji as pictures; hashtags, mentions and links in blue.
import type { ReactNode } from 'react'
import { CompositeDecorator, type ContentBlock } from 'draft-js'
import { EMOJI } from '../shared/emoji.ts'
import { EmojiInsteadOfText, EmojiOverText } from './emoji.tsx'
import { emojiForm } from './options.ts'

const ENTITY = /https?:\/\/[\w\-./?%&=~#:;,@+]+|(?<![\w&])[#＃@＠][\p{L}\p{M}\p{N}_ー・]+/gu

function Entity({ children }: { children?: ReactNode }) {
  return <span className="entity">{children}</span>
}

function strategy(pattern: RegExp) {
  return (block: ContentBlock, found: (start: number, end: number) => void) => {
    for (const match of block.getText().matchAll(pattern)) found(match.index, match.index + match[0].length)
  }
}

export const decorator = new CompositeDecorator([
  { strategy: strategy(EMOJI), component: emojiForm === 'img' ? EmojiInsteadOfText : EmojiOverText },
  { strategy: strategy(ENTITY), component: Entity },
])
