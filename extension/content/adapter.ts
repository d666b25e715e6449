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
  fallback: boolean
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

/** What `crate/web` keeps of adapters that settings put in the place of the ones that ship. */
const MENDED = 'adapters'

/** Hears the adapters that settings give for this host, now and whenever they change. */
export function onMended(host: string, hear: (adapter: Adapter) => void): void {
  const read = async (): Promise<void> => {
    const { [MENDED]: mended = [] } = await chrome.storage.local.get<Record<string, Adapter[]>>(MENDED)
    const adapter = mended.find(({ hosts }) => hosts.includes(host)) ?? adapterFor(host)
    if (adapter) hear(adapter)
  }
  chrome.storage.local.onChanged.addListener((changes) => {
    if (MENDED in changes) void read()
  })
  void read()
}

export type EditorKind = 'draft' | 'lexical' | 'editable' | 'textarea' | 'shadow-textarea'

/** The adapter of the platform that this host belongs to. */
export function adapterFor(host: string): Adapter | undefined {
  return (platforms as Adapter[]).find((adapter) => adapter.hosts.includes(host))
}
