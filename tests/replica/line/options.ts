// What a test may ask of LINE's pages through the query string.
import { query } from '../shared/query.ts'

const EDITORS = ['textarea', 'textarea-ex', 'contenteditable'] as const

/** The broadcast's text box. Which it is, is unverified. */
export const broadcastEditor = EDITORS.find((one) => one === query.get('editor')) ?? 'textarea'

/** The older endpoint of broadcasts. */
export const oldEndpoint = query.get('api') === 'v1'

export const SEND_METHODS = ['enter', 'shift-enter', 'ctrl-enter'] as const
export type SendMethod = (typeof SEND_METHODS)[number]

/** What sends in the chat at the start: a setting of each user. Which there are besides Enter is unverified. */
export const sendMethod = SEND_METHODS.find((one) => one === query.get('send')) ?? 'enter'

/** Milliseconds after the first input at which the chat shows another conversation by itself; 0: never. */
export const switchAfter = Number(query.get('switch') ?? 0)

/** While the account answers by itself, the chat's box is locked. */
export const startsLocked = query.get('mode') === 'auto'
