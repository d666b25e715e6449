// The pages are single pages: addresses change through the History API.

const CHANGED = 'replica:route'

export function navigate(path: string, state: unknown = null): void {
  history.pushState(state, '', path)
  window.dispatchEvent(new Event(CHANGED))
}

/** Calls back after each change of the address. Returns what ends that. */
export function onNavigation(changed: () => void): () => void {
  window.addEventListener('popstate', changed)
  window.addEventListener(CHANGED, changed)
  return () => {
    window.removeEventListener('popstate', changed)
    window.removeEventListener(CHANGED, changed)
  }
}
