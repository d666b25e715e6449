// Bundles the replica pages into target/replica/, a folder a site. Run as `node tests/replica/build.mjs`.
import { build } from 'esbuild'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('./', import.meta.url))
const built = fileURLToPath(new URL('../../target/replica/', import.meta.url))

/** Facebook's own build of Draft.js gives its class names another form. */
const ALIASES = { facebook: { 'fbjs/lib/cx': `${here}facebook/business/cx.ts` } }

const folders = await readdir(here, { withFileTypes: true })
const sites = folders.filter((entry) => entry.isDirectory() && existsSync(`${here}${entry.name}/index.html`))
await Promise.all(sites.map(({ name }) => bundle(name)))

async function bundle(site) {
  const source = `${here}${site}/`
  const out = `${built}${site}/`
  const early = `${source}early-capture.ts`
  // Written over, not removed first: tests may be running on it.
  await mkdir(out, { recursive: true })
  await build({
    entryPoints: {
      app: existsSync(`${source}main.tsx`) ? `${source}main.tsx` : `${source}main.ts`,
      style: `${source}style.css`,
      ...(existsSync(early) ? { 'early-capture': early } : {}),
    },
    outdir: out,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: ['chrome128', 'firefox128'],
    jsx: 'automatic',
    alias: ALIASES[site] ?? {},
    define: {
      'process.env.NODE_ENV': '"production"',
      global: 'window', // fbjs, below Draft.js, expects Node's name
    },
    logLevel: 'warning',
  })
  await copyFile(`${source}index.html`, `${out}index.html`)
}
