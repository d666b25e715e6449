import type { Frame } from './frame.ts'

/** How long a check may take before the operator is told that it runs, in milliseconds. */
const SILENCE = 300

/** One line beside the send control: for what can't wait for the panel, or happens without it. */
export class Notice {
  private readonly line = document.createElement('div')
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly frame: Frame) {
    this.line.setAttribute('role', 'alert')
    this.line.style.cssText = `
      position: fixed; pointer-events: none; box-sizing: border-box; max-width: min(320px, calc(100vw - 16px)); padding: 8px 12px;
      border: 1px solid #8a5a00; border-radius: 8px; background: #fff8e6; color: #1a1a1a;
      font: 14px/1.5 system-ui, sans-serif; box-shadow: 0 2px 8px rgb(0 0 0 / 25%)`
  }

  /** Says it, unless it is hidden within the time that nobody notices. */
  soon(text: string, beside: Element): void {
    if (this.timer !== undefined) return
    this.timer = setTimeout(() => {
      void this.say(text, beside)
    }, SILENCE)
  }

  /** Says it now; in a dialog of the browser, where the page takes the line away. */
  async say(text: string, beside: Element): Promise<void> {
    this.hide()
    this.line.textContent = text
    if (!(await this.frame.show(this.line))) {
      alert(text)
      return
    }
    const control = beside.getBoundingClientRect()
    const own = this.line.getBoundingClientRect()
    const below = control.bottom + 8
    const top = below + own.height <= innerHeight ? below : control.top - own.height - 8
    this.line.style.top = `${Math.max(8, top)}px`
    this.line.style.left = `${Math.max(8, Math.min(control.right - own.width, innerWidth - own.width - 8))}px`
  }

  hide(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.line.remove()
  }
}
