import platforms from 'generated/platforms.json'

/** The shapes of crate/platforms; the comments there say what each part means. */
export interface Adapter {
  platform: string
  name: string
  hosts: string[]
  account: Handle[]
  place: Place[]
}

export interface Place {
  is: string
  hosts: string[]
  unverified: boolean
  scopes: string[]
  editor: { selector: string; kind: EditorKind }[]
  send: { selector: string; labels: string[] }[]
  send_key: { key: string; ctrl_or_meta: boolean; not_shift: boolean }[]
  parts_hidden_by: string | null
  has_steps: boolean
  surface: { is: string; scope: string | null; has: string | null; path: string | null }[]
  reply_to: Handle[]
  quotes: Handle[]
  media: { image: string | null; video: string | null }
}

export interface Handle {
  selector: string | null
  attribute: string | null
  prefix: string
  suffix: string | null
}

export type EditorKind = 'draft' | 'lexical' | 'editable' | 'textarea' | 'shadow-textarea'

/** The adapter of the platform that this host belongs to. */
export function adapterFor(host: string): Adapter | undefined {
  return (platforms as Adapter[]).find((adapter) => adapter.hosts.includes(host))
}
