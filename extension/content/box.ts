import type { Editor, Page } from './page.ts'
import type { Answer, Post } from './protocol.ts'
import { read, type Reading } from './reading.ts'

/** What a box may do: its post goes, is held, or has no answer yet. */
export type Gate = 'go' | 'held' | 'wait'

/** One compose box, with the last answer about it. */
export class Box {
  private static last = 0
  readonly id = ++Box.last
  post: Post
  reading: Reading
  /** The number of the latest question about it. */
  request = 0
  /** The answer to exactly that question. */
  answer: Answer | undefined
  isComposing = false
  /** Where the caret was when the box lost the focus: some editors drop the selection then. */
  lastCaret: number | undefined

  constructor(
    readonly editor: Editor,
    readonly scope: Element,
    private readonly page: Page,
  ) {
    this.reading = read(editor)
    this.post = { text: this.reading.text, ...page.context(scope, editor.place) }
  }

  /** Reads the box anew. True when the post is another one than the last question was about. */
  refresh(): boolean {
    this.reading = read(this.editor)
    const post = { text: this.reading.text, ...this.page.context(this.scope, this.editor.place) }
    const isNew = this.request === 0 || JSON.stringify(post) !== JSON.stringify(this.post)
    this.post = post
    if (isNew) {
      this.request += 1
      this.answer = undefined
    }
    return isNew
  }

  get gate(): Gate {
    if (!this.answer) return 'wait'
    return this.answer.hold ? 'held' : 'go'
  }
}
