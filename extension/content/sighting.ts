import type { Box } from './box.ts'
import type { Page } from './page.ts'
import type { Part, ToWorker } from './protocol.ts'

/** Tells the worker how much of the page is seen, whenever that changes: IT hears of a page that was rebuilt. */
export class Sighting {
  private reported = ''

  constructor(private readonly page: Page) {}

  report(boxes: Box[]): void {
    // Some controls come only with the first letter.
    const written = boxes.filter(({ post }) => post.text.trim() !== '')
    if (written.length === 0) return
    const missing = [...new Set(written.flatMap(({ scope, editor }) => this.page.missing(scope, editor.place)))].sort()
    this.tell(missing)
  }

  private tell(missing: Part[]): void {
    const page = location.origin + location.pathname
    const message: ToWorker = { type: 'sight', sight: { platform: this.page.platform, page, missing } }
    const said = JSON.stringify(message)
    if (said === this.reported) return
    this.reported = said
    // A worker that is gone hears it with the next change; nothing waits for it.
    chrome.runtime.sendMessage(message).catch(() => undefined)
  }
}
