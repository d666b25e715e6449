import type { Adapter, EditorKind } from './adapter.ts'
import type { Post } from './protocol.ts'

export interface Editor {
  element: HTMLElement
  kind: EditorKind
}

/** The platform's page, seen through its adapter. Nothing is kept: the page may replace any node at any time. */
export class Page {
  private readonly editors: string
  private readonly sends: string

  constructor(private readonly adapter: Adapter) {
    this.editors = adapter.editor.map(({ selector }) => selector).join()
    this.sends = adapter.send.join()
  }

  /** Every compose box of the page, in document order. */
  allEditors(): Editor[] {
    return [...document.querySelectorAll<HTMLElement>(this.editors)].map((element) => ({
      element,
      kind: this.adapter.editor.find(({ selector }) => element.matches(selector))?.kind ?? 'textarea',
    }))
  }

  /** The compose box that an event happened in. */
  editorAt(path: EventTarget[]): HTMLElement | undefined {
    return path.find((target): target is HTMLElement => target instanceof HTMLElement && target.matches(this.editors))
  }

  /** The send control that an event happened on. */
  sendAt(path: EventTarget[]): HTMLElement | undefined {
    return path.find((target): target is HTMLElement => target instanceof HTMLElement && target.matches(this.sends))
  }

  /** What one send sends: the nearest scope around an element. */
  scopeOf(element: Element): Element {
    for (const selector of this.adapter.scopes) {
      const scope = element.closest(selector)
      if (scope) return scope
    }
    return document.documentElement
  }

  /** The send control of a scope. */
  sendIn(scope: Element): HTMLElement | undefined {
    return [...scope.querySelectorAll<HTMLElement>(this.sends)].find((control) => this.scopeOf(control) === scope)
  }

  isSendKey(event: KeyboardEvent): boolean {
    return this.adapter.send_key.some(
      ({ key, ctrl_or_meta }) => event.key === key && (!ctrl_or_meta || event.ctrlKey || event.metaKey),
    )
  }

  /** Whether the page shows only a part of what a scope will send. */
  partsAreHidden(): boolean {
    const selector = this.adapter.parts_hidden_by
    return selector !== null && document.querySelector(selector) !== null
  }

  /** Everything about a post but its text. */
  context(scope: Element): Omit<Post, 'text'> {
    const account = this.account()
    return {
      platform: this.adapter.platform,
      surface: this.surface(scope),
      ...(account === undefined ? {} : { account }),
      at: thisMinute(),
      media: this.media(scope),
    }
  }

  private account(): string | undefined {
    for (const { selector, attribute, prefix } of this.adapter.account) {
      const value = document.querySelector(selector)?.getAttribute(attribute)
      if (value?.startsWith(prefix)) return value.slice(prefix.length)
    }
    return undefined
  }

  private surface(scope: Element): string {
    const rule = this.adapter.surface.find(
      (rule) =>
        (rule.scope === null || scope.matches(rule.scope)) &&
        (rule.has === null || scope.querySelector(rule.has) !== null) &&
        (rule.path === null || location.pathname.includes(rule.path)),
    )
    return rule?.is ?? 'post'
  }

  private media(scope: Element): Post['media'] {
    const { image, video } = this.adapter.media
    return [
      ...[...scope.querySelectorAll(image)].map((picture) => ({
        kind: 'image' as const,
        alt: picture.getAttribute('alt') ?? '',
      })),
      ...[...scope.querySelectorAll(video)].map(() => ({ kind: 'video' as const, alt: '' })),
    ]
  }
}

/** Now, to the minute: an answer about the hour holds for a minute, not for ever. */
function thisMinute(): string {
  const now = new Date()
  now.setSeconds(0, 0)
  return now.toISOString()
}
