import type { Box } from './box.ts'
import type { Frame } from './frame.ts'
import type { Answer, ToWorker } from './protocol.ts'

/** After this long without an answer the frame counts as dead, in milliseconds. */
const PATIENCE = 2000

/**
 * What answers for a post: the frame, and where it can't, the worker; the same engine and the same answer. `onFailure`
 * hears that neither can.
 */
export class Engine {
  private readonly open = new Map<number, Box>()
  private watchdog: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly frame: Frame,
    private readonly onAnswer: () => void,
    private readonly onFailure: () => void,
  ) {}

  /** Asks about a box's present post. */
  ask(box: Box): void {
    const { id, request, post } = box
    this.open.set(id, box)
    this.watchdog ??= setTimeout(() => {
      this.frameIsSilent()
    }, PATIENCE)
    this.frame.start()
    if (this.frame.isReady) this.frame.send({ type: 'check', box: id, request, post })
    else void this.askWorker(box)
  }

  /** Takes an answer, if it is to the latest question about the box. */
  answered(box: Box, request: number, answer: Answer): void {
    if (request !== box.request) return
    box.answer = answer
    this.open.delete(box.id)
    if (this.open.size === 0) {
      clearTimeout(this.watchdog)
      this.watchdog = undefined
    }
    this.onAnswer()
  }

  /** A send of boxes goes. */
  sending(boxes: Box[]): void {
    if (this.frame.isReady) {
      this.frame.send({ type: 'sending' })
      return
    }
    const message: ToWorker = { type: 'sending', posts: boxes.map(({ post }) => post) }
    // Without a worker there is no record either, and no answer that let the send go.
    chrome.runtime.sendMessage(message).catch(() => undefined)
  }

  private async askWorker(box: Box): Promise<void> {
    const { request, post } = box
    const message: ToWorker = { type: 'check', post }
    try {
      const answer = await chrome.runtime.sendMessage<ToWorker, Answer | undefined>(message)
      // The frame, once there, knows more: what the operator has answered.
      if (answer && !this.frame.isReady) this.answered(box, request, answer)
    } catch {
      // No worker, or an extension that was updated under this page. The frame may still come; the watchdog waits.
    }
  }

  private frameIsSilent(): void {
    this.watchdog = undefined
    if (this.frame.isReady) this.frame.restart()
    this.onFailure()
    for (const box of this.open.values()) void this.askWorker(box)
  }
}
