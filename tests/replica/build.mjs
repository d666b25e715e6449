// Bundles the replica pages into target/replica/. Run as `node tests/replica/build.mjs`.
import { build } from 'esbuild'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('x/', import.meta.url))
const out = fileURLToPath(new URL('../../target/replica/x/', import.meta.url))

await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
await build({
  entryPoints: {
    app: `${source}main.tsx`,
    'early-capture': `${source}early-capture.ts`,
    style: `${source}style.css`,
  },
  outdir: out,
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'iife',
  target: ['chrome128', 'firefox128'],
  jsx: 'automatic',
  define: {
    'process.env.NODE_ENV': '"production"',
    global: 'window', // fbjs, below Draft.js, expects Node's name
  },
  logLevel: 'warning',
})
await copyFile(`${source}index.html`, `${out}index.html`)
