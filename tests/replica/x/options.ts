// What a test may ask of X through the query string.
import { query } from '../shared/query.ts'

/**
 * How an emoji stands in the editor. Sources disagree on X's own form: `img` has no text in the DOM, only
 * `alt`; `span` keeps the character as transparent text over a background image.
 */
export const emojiForm: 'img' | 'span' = query.get('emoji') === 'span' ? 'span' : 'img'

/** X's layout for phones, where the compose box is a textarea. */
export function isNarrow(): boolean {
  return query.get('layout') === 'narrow' || window.innerWidth < 500
}
