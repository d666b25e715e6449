// What a test may ask of Instagram through the query string.
import { query } from '../shared/query.ts'

/** `rest`: comments go through the older endpoint. */
export const commentsByRest = query.get('comment') === 'rest'

/** `lexical`: the comment box is an editor; sources tell of both. */
export const commentEditor = query.get('editor') === 'lexical' ? 'lexical' : 'textarea'

/** `plain`: a message's text is a string; else it is wrapped. Sources tell of both. */
export const plainMessages = query.get('dm') === 'plain'
