// What a test may ask of Facebook through the query string.
import { query } from '../shared/query.ts'

/** Whether emoji are pictures in the editors. */
export const drawsEmoji = query.get('emoji') !== 'text'

/** Who acts at the start: the page, or the person who is logged in. */
export const startsAsPerson = query.get('actor') === 'person'

/** `two`: 次へ comes before 投稿 also without media. */
export const alwaysTwoSteps = query.get('steps') === 'two'

/** Whether the second step takes the editor out of the page instead of hiding it. Which is real is unverified. */
export const dropsFirstStep = query.get('first-step') === 'dropped'

/** Business Suite's editor. Which it is today is unverified. */
export const businessEditor: 'lexical' | 'draft' = query.get('editor') === 'draft' ? 'draft' : 'lexical'
