import type { Adapter, EditorKind, Handle, Place } from './adapter.ts'
import type { Part, Post } from './protocol.ts'

/** A compose box of the page. */
export interface Editor {
  /** What holds the focus and the text. */
  element: HTMLElement
  /** What stands for it in the page's own tree: itself, or the host of its shadow root. */
  host: HTMLElement
  kind: EditorKind
  place: Place
}

/** A send control, and the place that it sends. */
export interface Send {
  control: HTMLElement
  place: Place
  scope: Element
  /** Whether only its words tell that it sends: then it counts only where something stands to be sent. */
  isByLabel: boolean
}

/** The platform's page, seen through its adapter. Nothing is kept: the page may replace any node at any time. */
export class Page {
  private places: Place[] = []

  constructor(private adapter: Adapter) {
    this.adopt(adapter)
  }

  /** Sees the page through another adapter from now on. */
  adopt(adapter: Adapter): void {
    this.adapter = adapter
    this.places = adapter.place.filter(({ hosts }) => hosts.length === 0 || hosts.includes(location.hostname))
  }

  /** Every compose box of the page. */
  allEditors(): Editor[] {
    const found = new Map<HTMLElement, Editor>()
    for (const place of this.places) {
      for (const { selector, kind } of place.editor) {
        for (const host of document.querySelectorAll<HTMLElement>(selector)) {
          const element = kind === 'shadow-textarea' ? host.shadowRoot?.querySelector('textarea') : host
          if (!element || found.has(element)) continue
          // Not every box of a page publishes: one that nobody knows is told by the control beside it.
          if (place.fallback && !this.sendIn(this.scopeOf(host, place), place)) continue
          found.set(element, { element, host, kind, place })
        }
      }
    }
    return [...found.values()]
  }

  /** The send control that an event happened on. */
  sendAt(path: EventTarget[]): Send | undefined {
    for (const target of path) {
      if (!(target instanceof HTMLElement)) continue
      for (const place of this.places) {
        const control = place.send.find((control) => isControl(target, control))
        if (control) {
          return { control: target, place, scope: this.scopeOf(target, place), isByLabel: control.labels.length > 0 }
        }
      }
    }
    return undefined
  }

  /** Whether a send sends what is in a box. */
  sends({ control, place, scope }: Send, box: { editor: Editor; scope: Element }): boolean {
    const { place: own } = box.editor
    if (own === place) return box.scope === scope
    // Of control and box at most one may be known by words alone.
    return (place.fallback || own.fallback) && this.scopeOf(control, own) === box.scope
  }

  /** What is not found of a box's surroundings that should be there. */
  missing(scope: Element, place: Place): Part[] {
    const missing: Part[] = []
    if (place.fallback) missing.push('box')
    const hasSend = this.places.some((any) => (any === place || any.fallback) && this.sendIn(scope, any))
    if (!hasSend && !place.has_steps && place.send_key.length === 0) missing.push('send')
    if (this.adapter.account.length > 0 && handle(this.adapter.account, document) === undefined) missing.push('account')
    return missing
  }

  get platform(): string {
    return this.adapter.platform
  }

  /** What one send sends: the nearest scope around an element. */
  scopeOf(element: Element, place: Place): Element {
    for (const selector of place.scopes) {
      const scope = element.closest(selector)
      if (scope) return scope
    }
    return document.documentElement
  }

  /** The send control of a scope. */
  sendIn(scope: Element, place: Place): HTMLElement | undefined {
    return place.send
      .flatMap((control) =>
        [...scope.querySelectorAll<HTMLElement>(control.selector)].filter((element) => isControl(element, control)),
      )
      .find((element) => this.scopeOf(element, place) === scope)
  }

  /** Everything about a post but its text. */
  context(scope: Element, place: Place): Omit<Post, 'text'> {
    const surface = surfaceOf(scope, place)
    return {
      platform: this.adapter.platform,
      surface,
      account: handle(this.adapter.account, document),
      reply_to: surface === 'reply' ? handle(place.reply_to, scope) : undefined,
      quotes: handle(place.quotes, scope),
      at: thisMinute(),
      media: mediaIn(scope, place),
    }
  }
}

/** Whether a key sends from within a box of a place. */
export function isSendKey(event: KeyboardEvent, place: Place): boolean {
  return place.send_key.some(
    ({ key, ctrl_or_meta, not_shift }) =>
      event.key === key && (!ctrl_or_meta || event.ctrlKey || event.metaKey) && !(not_shift && event.shiftKey),
  )
}

/** Whether the page shows only a part of what a send of this place will send. */
export function partsAreHidden({ parts_hidden_by }: Place): boolean {
  return parts_hidden_by !== null && document.querySelector(parts_hidden_by) !== null
}

function isControl(element: HTMLElement, { selector, labels }: Place['send'][number]): boolean {
  return element.matches(selector) && (labels.length === 0 || labels.includes(nameOf(element)))
}

/** What is written on a control, without the characters that nobody sees. */
function nameOf(element: HTMLElement): string {
  const name = element.getAttribute('aria-label') ?? (element instanceof HTMLInputElement ? element.value : element.textContent)
  return name.replace(/[\u200b-\u200f\u2060\ufeff]/g, '').trim()
}

function surfaceOf(scope: Element, place: Place): string {
  const rule = place.surface.find(
    (rule) =>
      (rule.scope === null || scope.matches(rule.scope)) &&
      (rule.has === null || scope.querySelector(rule.has) !== null) &&
      (rule.path === null || location.pathname.includes(rule.path)),
  )
  return rule?.is ?? place.is
}

function mediaIn(scope: Element, { media: { image, video } }: Place): Post['media'] {
  const all = (selector: string | null) => (selector === null ? [] : [...scope.querySelectorAll(selector)])
  return [
    ...all(image).map((picture) => ({ kind: 'image' as const, alt: picture.getAttribute('alt') ?? '' })),
    ...all(video).map(() => ({ kind: 'video' as const, alt: '' })),
  ]
}

/** The first handle that one of these places names. */
function handle(places: Handle[], root: ParentNode): string | undefined {
  for (const { selector, attribute, prefix, suffix } of places) {
    const element = selector === null ? undefined : root.querySelector(selector)
    const written = attribute === null ? element?.textContent : element?.getAttribute(attribute)
    const rest = (selector === null ? location.pathname : written)?.split(prefix).slice(1).join(prefix)
    const name = rest === undefined ? undefined : /^[\w.-]+/.exec(rest)?.[0]
    if (name !== undefined && (suffix === null || rest?.startsWith(name + suffix))) return name
  }
  return undefined
}

/** Now, to the minute: an answer about the hour holds for a minute, not for ever. */
function thisMinute(): string {
  const now = new Date()
  now.setSeconds(0, 0)
  return now.toISOString()
}
