// The rows that a benchmark prints: what was measured, its median and tail, and how they stand to a limit or a peer.

export interface Row {
  name: string
  /** In milliseconds. */
  times: number[]
  /** In milliseconds. */
  limit?: number
  /** What another did for the same, in milliseconds. */
  peer?: { name: string; times: number[] }
}

export function quantile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export function print({ name, times, limit, peer }: Row): void {
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)]
  const cells = [name.padEnd(56), `p50 ${milliseconds(p50)}`, `p95 ${milliseconds(p95)}`]
  if (limit !== undefined) cells.push(`limit ${milliseconds(limit)}`, `p50/limit ${(p50 / limit).toFixed(2)}`)
  if (peer !== undefined) {
    const its = quantile(peer.times, 0.5)
    cells.push(`${peer.name} ${milliseconds(its)}`, `ratio ${(p50 / its).toFixed(2)}`)
  }
  process.stdout.write(`${cells.join('   ')}   (n=${times.length})\n`)
}

function milliseconds(time: number): string {
  return `${time < 1 ? time.toFixed(4) : time.toFixed(1)} ms`.padStart(11)
}
