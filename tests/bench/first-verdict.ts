// From the compose box's appearance to the first mark. No debugger is attached: it would stop every new frame for a
// moment. So the page takes the time itself and tells its own server.
import { spawn } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

import { createReplica } from '../browser/support/server.ts'

const LOADS = 15
const DRAFT = encodeURIComponent('詳しくは https://bit.ly/3xyz へ')
const REPORT = '/bench/verdict'
/** Until the browser and the extension have settled, and between two loads, in milliseconds. */
const SETTLE = 4000
const PAUSE = 1500

/** Runs in the page. */
const WATCH = `{
  const times = {}
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    if (!CSS.highlights.has('kakunin-block')) return channel.port2.postMessage(null)
    void fetch('${REPORT}', { method: 'POST', body: String(performance.now() - times.box) })
    setTimeout(() => location.reload(), ${PAUSE})
  }
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-testid="tweetTextarea_0"]')) return
    observer.disconnect()
    times.box = performance.now()
    channel.port2.postMessage(null)
  }).observe(document, { childList: true, subtree: true })
}`
const WAIT = `<script>setTimeout(() => { location.href = '/home?draft=${DRAFT}' }, ${SETTLE})</script>`

/** The times of so many loads of the same page in one browser, in milliseconds. */
export async function firstVerdicts(): Promise<number[]> {
  const replica = createReplica()
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'x.com' }])
  const times: number[] = []
  const folder = mkdtempSync(join(tmpdir(), 'kakunin-bench-'))
  let done: () => void = () => undefined
  const measured = new Promise<void>((resolve) => (done = resolve))
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const body = Buffer.concat(chunks).toString()
      if (request.url === '/bench/wait') {
        response.writeHead(200, { 'content-type': 'text/html' }).end(WAIT)
        return
      }
      if (request.url === REPORT) {
        times.push(Number(body))
        response.end()
        if (times.length === LOADS) done()
        return
      }
      const answer = replica.handle({
        method: request.method ?? 'GET',
        url: `https://x.com${request.url ?? '/'}`,
        headers: request.headers as Record<string, string>,
        body,
      })
      const nonce = /'nonce-([^']+)'/.exec(answer.headers['content-security-policy'] ?? '')?.[1]
      const watched = nonce === undefined ? answer.body : answer.body.replace('<head>', `<head><script nonce="${nonce}">${WATCH}</script>`)
      response.writeHead(answer.status, answer.headers).end(watched)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const copy = extension(folder)
  const browser = spawn(process.env['CHROMIUM'] ?? '/usr/bin/chromium', [
    '--headless=new',
    '--no-first-run',
    '--no-proxy-server',
    '--ignore-certificate-errors',
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
    `--host-resolver-rules=MAP x.com 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    `--disable-extensions-except=${copy}`,
    `--load-extension=${copy}`,
    'https://x.com/bench/wait',
  ], { stdio: 'ignore' })
  const exited = new Promise((gone) => browser.once('exit', gone))
  await Promise.race([measured, exited.then(() => { throw new Error('the browser has gone') })])
  browser.kill()
  await exited
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
  return times
}

/** The built extension with a guideline chosen: nobody is there to choose one. */
function extension(folder: string): string {
  const copy = join(folder, 'extension')
  cpSync('dist/chrome', copy, { recursive: true })
  appendFileSync(join(copy, 'worker.js'), "\nvoid chrome.storage.local.set({ settings: { guideline: 'nagasaki' } })\n")
  return copy
}
