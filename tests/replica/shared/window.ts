// The test's window on the editor's model: READ-ONLY. Sending does not go through it, and nothing can be changed by it.

export interface Model {
  /** The text that would be sent: blocks joined by \n, emoji as characters. */
  text: string
  /** UTF-16 offsets in `text`. */
  selection: { start: number; end: number }
}

export interface ReplicaWindow {
  /**
   * The model of the editor with this name, or of the editor that holds this element. Where a name stands
   * twice (X's inline box and dialog), the one opened last is meant.
   */
  model: (target: string | Element) => Model | null
}

declare global {
  interface Window {
    readonly __replica: ReplicaWindow
  }
}

interface Entry {
  /** On X the editor's test id. */
  name: string
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

/** Whether `holder` contains `target`, also within a shadow root. */
function holds(holder: Element | null, target: Element): boolean {
  for (let node: Element | null = target; node !== null && holder !== null; ) {
    if (holder.contains(node)) return true
    const root: Node = node.getRootNode()
    node = root instanceof ShadowRoot ? root.host : null
  }
  return false
}

export function installModelWindow(): void {
  const model: ReplicaWindow['model'] = (target) => {
    const entry = entries.findLast((one) =>
      typeof target === 'string' ? one.name === target : holds(one.holder(), target),
    )
    return entry?.read() ?? null
  }
  Object.defineProperty(window, '__replica', { value: Object.freeze({ model }) })
}
