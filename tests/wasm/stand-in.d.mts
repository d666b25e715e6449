import type { Answer } from '../../extension/content/protocol.ts'

export function start(): void
export function store(settings: object): void
export function check(post: object): Promise<Answer>
