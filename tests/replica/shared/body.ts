// Bodies of requests, as servers read them. Null: not such a body.

export function readJson(body: string | null): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(body ?? '')
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : null
  } catch {
    return null
  }
}

export function readForm(body: string | null): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body ?? ''))
}

/** Fields of a multipart form; a file is its name. */
export function readMultipart(type: string, body: string | null): Record<string, string> | null {
  const boundary = /boundary=([^;]+)/.exec(type)?.[1]
  if (boundary === undefined || body === null) return null
  const fields: Record<string, string> = {}
  for (const part of body.split(`--${boundary}`)) {
    const found = /^\r\n([\s\S]*?)\r\n\r\n([\s\S]*)\r\n$/.exec(part)
    const name = /\bname="([^"]*)"/.exec(found?.[1] ?? '')?.[1]
    if (found === null || name === undefined) continue
    fields[name] = /\bfilename="([^"]*)"/.exec(found[1] ?? '')?.[1] ?? found[2] ?? ''
  }
  return fields
}
