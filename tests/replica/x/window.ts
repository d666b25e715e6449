// The test's window on the editor's model: READ-ONLY. Sending does not go through it, and nothing can be changed by it.

export interface Model {
  /** The text that would be sent: blocks joined by \n, emoji as characters. */
  text: string
  /** UTF-16 offsets in `text`. */
  selection: { start: number; end: number }
}

export interface ReplicaWindow {
  /**
   * The model of the editor with this test id, or of the editor that holds this element. Where a test id
   * stands twice (inline box and dialog), the one opened last is meant.
   */
  model: (target: string | Element) => Model | null
}

declare global {
  interface Window {
    readonly __replica: ReplicaWindow
  }
}

interface Entry {
  testid: string
  holder: () => Element | null
  read: () => Model
}

const entries: Entry[] = []

/** Lets tests see an editor while it is mounted. Returns what ends that. */
export function showModel(entry: Entry): () => void {
  entries.push(entry)
  return () => {
    entries.splice(entries.indexOf(entry), 1)
  }
}

export function installModelWindow(): void {
  const model: ReplicaWindow['model'] = (target) => {
    const entry = entries.findLast((one) =>
      typeof target === 'string' ? one.testid === target : (one.holder()?.contains(target) ?? false),
    )
    return entry?.read() ?? null
  }
  Object.defineProperty(window, '__replica', { value: Object.freeze({ model }) })
}
