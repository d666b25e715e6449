// `cargo xtask bench`: how fast the engine checks, and how soon the operator sees a verdict, held against the limits.
import { engine } from './bench/engine.ts'
import { firstVerdicts } from './bench/first-verdict.ts'
import { nextVerdicts } from './bench/next-verdict.ts'
import { print } from './bench/rows.ts'

/** In bytes. */
const MODULE_LIMIT = 500_000

const { rows, module } = await engine()
for (const row of rows) print(row)
process.stdout.write(
  `module ${bytes(module.raw)}, gzipped ${bytes(module.gzipped)} (limit ${bytes(MODULE_LIMIT)}, ` +
    `ratio ${(module.gzipped / MODULE_LIMIT).toFixed(2)}), memory after all checks ${bytes(module.memory)}\n`,
)

const [cold = NaN, ...warm] = await firstVerdicts()
print({ name: 'first verdict, from box to mark', times: warm, limit: 300 })
print({ name: 'the same, first page of a browser just started', times: [cold], limit: 300 })

const { fromKey, fromText } = await nextVerdicts()
print({ name: 'verdict after a key, from the new text to mark', times: fromText, limit: 16 })
print({ name: 'the same from keydown, the editor included', times: fromKey, limit: 16 })

function bytes(count: number): string {
  return `${(count / 1000).toFixed(0)} kB`
}
