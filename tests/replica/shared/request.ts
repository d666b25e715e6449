// Requests as the pages' own clients send them. Each rejects when it fails or is refused.

export function postJson(path: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  return post(path, JSON.stringify(body), { 'content-type': 'application/json', ...headers })
}

export function postForm(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<unknown> {
  return post(path, new URLSearchParams(fields), headers)
}

export async function post(path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(path, { method: 'POST', headers, body })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return await response.json()
}
