// What a test may ask of the replica through the query string. Read once: X's own navigation drops the query.

const query = new URLSearchParams(location.search)

/** A saved draft that stands in the first compose box at the start. */
export const restoredDraft = query.get('draft') ?? ''

/**
 * How an emoji stands in the editor. Sources disagree on X's own form: `img` has no text in the DOM, only
 * `alt`; `span` keeps the character as transparent text over a background image.
 */
export const emojiForm: 'img' | 'span' = query.get('emoji') === 'span' ? 'span' : 'img'

// A third switch, `early-capture`, is the server's: it must stand inline in <head> before anything else runs.
const hostile = new Set((query.get('hostile') ?? '').split(','))

export const hostility = {
  /** Removes every element that it did not put itself into `<html>` or `<body>`. */
  removeFrame: hostile.has('remove-frame'),
  /** Makes the editor's node anew every 300 ms while someone types. */
  rerender: hostile.has('rerender'),
}

/** X's layout for phones, where the compose box is a textarea. */
export function isNarrow(): boolean {
  return query.get('layout') === 'narrow' || window.innerWidth < 500
}
