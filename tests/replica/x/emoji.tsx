// Emoji as pictures.
import { Component, type ReactElement, type ReactNode } from 'react'
import { SelectionState } from 'draft-js'
import { EMOJI, emojiImage } from '../shared/emoji.ts'

export function Emoji({ emoji }: { emoji: string }) {
  return <img className="emoji" alt={emoji} draggable={false} src={emojiImage(emoji)} />
}

/** Text of a post outside the editor, where X draws emoji as pictures too. */
export function withEmoji(text: string): ReactNode[] {
  const nodes: ReactNode[] = []
  let from = 0
  for (const match of text.matchAll(EMOJI)) {
    nodes.push(text.slice(from, match.index), <Emoji key={match.index} emoji={match[0]} />)
    from = match.index + match[0].length
  }
  nodes.push(text.slice(from))
  return nodes
}

interface DecoratedProps {
  decoratedText: string
  offsetKey: string
  blockKey: string
  start: number
  end: number
  /** The leaf that Draft.js would draw. */
  children: ReactElement<{ selection: SelectionState | null }>[]
}

/** In the editor, form `span`: the character itself, made invisible over a background picture. */
export function EmojiOverText({ decoratedText, children }: DecoratedProps) {
  return (
    <span className="emoji-over-text" style={{ backgroundImage: `url("${emojiImage(decoratedText)}")` }}>
      {children}
    </span>
  )
}

/**
 * In the editor, form `img`: a picture in place of the leaf, so that the DOM holds no text for it. What the leaf
 * does for Draft.js is done here: carry the offset key, tell the length, place the caret.
 */
export class EmojiInsteadOfText extends Component<DecoratedProps> {
  private node: HTMLElement | null = null

  override componentDidMount(): void {
    this.placeSelection()
  }

  override componentDidUpdate(): void {
    this.placeSelection()
  }

  override render() {
    const { decoratedText, offsetKey } = this.props
    return (
      <span ref={this.keepNode} data-offset-key={offsetKey}>
        <Emoji emoji={decoratedText} />
      </span>
    )
  }

  private readonly keepNode = (node: HTMLElement | null) => {
    this.node = node
    const image = node?.firstChild
    if (image == null) return
    // Draft.js measures what stands before the caret by its textContent.
    Object.defineProperty(image, 'textContent', { get: () => this.props.decoratedText, configurable: true })
  }

  private placeSelection(): void {
    const { blockKey, start, end, children } = this.props
    const wanted = children[0]?.props.selection
    const actual = window.getSelection()
    if (wanted == null || !wanted.getHasFocus() || this.node === null || actual === null) return

    const childIndex = (key: string, offset: number) =>
      key === blockKey && offset >= start && offset <= end ? (offset === start ? 0 : 1) : null
    const anchor = childIndex(wanted.getAnchorKey(), wanted.getAnchorOffset())
    const focus = childIndex(wanted.getFocusKey(), wanted.getFocusOffset())
    if (anchor !== null && focus !== null) actual.setBaseAndExtent(this.node, anchor, this.node, focus)
    // The other end is set by another leaf: whichever comes first in the text starts the range.
    else if (focus !== null && !wanted.getIsBackward()) actual.extend(this.node, focus)
    else if (focus !== null) actual.collapse(this.node, focus)
    else if (anchor !== null && !wanted.getIsBackward()) actual.collapse(this.node, anchor)
    else if (anchor !== null && actual.focusNode !== null) {
      actual.setBaseAndExtent(this.node, anchor, actual.focusNode, actual.focusOffset)
    }
  }
}
