// Emoji as Facebook draws them in its editors: the character itself, transparent, over a background picture, and not
// to be edited inside. After Lexical's own example; Facebook's DOM for it is unverified.
import { $applyNodeReplacement, TextNode, type EditorConfig, type LexicalEditor, type LexicalNode } from 'lexical'
import { EMOJI, emojiImage } from '../emoji.ts'

export class EmojiNode extends TextNode {
  static override getType(): string {
    return 'emoji'
  }

  static override clone(node: EmojiNode): EmojiNode {
    return new EmojiNode(node.__text, node.__key)
  }

  static override importJSON(): EmojiNode {
    return $createEmojiNode('')
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const picture = document.createElement('span')
    picture.className = 'emoji-over-text'
    picture.style.backgroundImage = `url("${emojiImage(this.__text)}")`
    picture.append(super.createDOM(config))
    return picture
  }

  override updateDOM(before: this, dom: HTMLElement, config: EditorConfig): boolean {
    const inner = dom.firstElementChild
    if (!(inner instanceof HTMLElement) || before.__text !== this.__text) return true
    return super.updateDOM(before, inner, config)
  }

  override canInsertTextBefore(): boolean {
    return false
  }

  override canInsertTextAfter(): boolean {
    return false
  }
}

function $createEmojiNode(emoji: string): EmojiNode {
  return $applyNodeReplacement(new EmojiNode(emoji).setMode('token'))
}

/** Draws what is typed as emoji. Returns what ends that. */
export function registerEmoji(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(TextNode, (node) => {
    if (!node.isSimpleText() || node.isComposing()) return
    const found = [...node.getTextContent().matchAll(EMOJI)].at(0)
    if (found === undefined) return
    const end = found.index + found[0].length
    const pieces = node.splitText(...(found.index === 0 ? [end] : [found.index, end]))
    const piece: LexicalNode | undefined = pieces[found.index === 0 ? 0 : 1]
    piece?.replace($createEmojiNode(found[0]))
  })
}
