// LINE's own text box: an element with an open shadow root around a <textarea>. Its value is a list of parts, for
// mentions and LINE's emoji are no text; here there is only text. Whether the host's value is such a list on
// chat.line.biz too is unverified (it is in LINE's own extension for Chrome).

const STYLE = `
:host { display: block; }
.input { box-sizing: border-box; width: 100%; min-height: inherit; padding: 0; border: 0; outline: 0; resize: none;
  background: none; color: inherit; font: inherit; line-height: inherit; }
`

export class TextareaEx extends HTMLElement {
  static readonly observedAttributes = ['placeholder', 'disabled', 'rows']

  /** What the text box holds, for the page's own scripts. */
  ___rawValue = ''
  private readonly input = document.createElement('textarea')

  constructor() {
    super()
    const style = document.createElement('style')
    style.textContent = STYLE
    this.input.className = 'input'
    this.input.setAttribute('part', 'input')
    this.attachShadow({ mode: 'open' }).append(style, this.input)
    this.input.addEventListener('input', () => { this.___rawValue = this.input.value })
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    if (value === null) this.input.removeAttribute(name)
    else this.input.setAttribute(name, value)
  }

  get value(): string[] {
    return this.___rawValue === '' ? [] : [this.___rawValue]
  }

  /** Vue writes values as text. */
  set value(parts: string[] | string) {
    this.___rawValue = typeof parts === 'string' ? parts : parts.join('')
    if (this.input.value !== this.___rawValue) this.input.value = this.___rawValue
  }

  /** Puts parts in place of the selection, as the page's menus do. */
  insertValue(parts: string[]): void {
    this.input.setRangeText(parts.join(''), this.input.selectionStart, this.input.selectionEnd, 'end')
    this.input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  }

  get selection(): { start: number; end: number } {
    return { start: this.input.selectionStart, end: this.input.selectionEnd }
  }

  override focus(): void {
    this.input.focus()
  }
}

export function defineTextareaEx(): void {
  customElements.define('textarea-ex', TextareaEx)
}
