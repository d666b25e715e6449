import platforms from 'generated/platforms.json'

/** The shapes of crate/platforms; the comments there say what each part means. */
export interface Adapter {
  platform: string
  name: string
  hosts: string[]
  scopes: string[]
  send: string[]
  parts_hidden_by: string | null
  editor: { selector: string; kind: EditorKind }[]
  send_key: { key: string; ctrl_or_meta: boolean }[]
  account: { selector: string; attribute: string; prefix: string }[]
  surface: { is: string; scope: string | null; has: string | null; path: string | null }[]
  media: { image: string; video: string }
}

export type EditorKind = 'draft' | 'textarea'

/** The adapter of the platform that this host belongs to. */
export function adapterFor(host: string): Adapter | undefined {
  return (platforms as Adapter[]).find((adapter) => adapter.hosts.includes(host))
}
