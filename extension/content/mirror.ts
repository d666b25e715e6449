import type { Action, MarkedSpan } from './marks.ts'

/** How marks look over a textarea; marks.css says the same for ranges. */
const LOOKS: Record<Action | 'pointed', string> = {
  block: 'text-decoration: underline wavy #d4351c 2px; background-color: rgb(212 53 28 / 18%)',
  confirm: 'text-decoration: underline wavy #b25e00 2px; background-color: rgb(245 166 35 / 22%)',
  warn: 'text-decoration: underline dotted #3d6fb4 2px',
  pointed: 'background-color: rgb(255 214 0 / 45%)',
}

/** What decides where a textarea breaks its lines. */
const TYPESETTING = [
  'font', 'letter-spacing', 'word-spacing', 'line-height', 'text-align', 'text-indent', 'text-transform', 'tab-size',
  'direction', 'padding', 'overflow-wrap', 'word-break', 'line-break', 'font-feature-settings', 'font-kerning',
] as const

/** Marks over a textarea, which has no ranges: the same text in the same type, see-through but for the marks. */
export class Mirror {
  readonly element = document.createElement('div')
  private readonly page = document.createElement('div')
  private readonly follow = (): void => {
    this.place()
  }

  constructor(private readonly textarea: HTMLTextAreaElement) {
    this.element.setAttribute('aria-hidden', 'true')
    this.element.style.cssText = 'position: fixed; overflow: hidden; pointer-events: none; color: transparent'
    this.element.append(this.page)
    // A scroll within a shadow root is not heard outside it.
    textarea.addEventListener('scroll', this.follow, { passive: true })
  }

  remove(): void {
    this.textarea.removeEventListener('scroll', this.follow)
    this.element.remove()
  }

  /** Draws these marks and no others. */
  show(text: string, spans: MarkedSpan[]): void {
    const edges = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
    const pieces = edges.slice(1).map((end, index) => {
      const start = edges[index] ?? 0
      const looks = spans.filter((span) => span.start <= start && end <= span.end).map(({ action }) => LOOKS[action])
      const piece = document.createElement('span')
      piece.textContent = text.slice(start, end)
      piece.style.cssText = looks.join(';')
      return piece
    })
    this.page.replaceChildren(...pieces)
    this.place()
  }

  /** Lays itself over the textarea, wherever that has gone. */
  place(): void {
    const { left, top } = this.textarea.getBoundingClientRect()
    const { clientLeft, clientTop, clientWidth, clientHeight, scrollLeft, scrollTop } = this.textarea
    const style = getComputedStyle(this.textarea)
    Object.assign(this.element.style, {
      left: `${left + clientLeft}px`,
      top: `${top + clientTop}px`,
      width: `${clientWidth}px`,
      height: `${clientHeight}px`,
      visibility: style.visibility,
    })
    this.page.style.cssText = `box-sizing: border-box; width: 100%; white-space: pre-wrap; ${TYPESETTING.map(
      (name) => `${name}: ${style.getPropertyValue(name)}`,
    ).join(';')}; transform: translate(${-scrollLeft}px, ${-scrollTop}px)`
  }
}
