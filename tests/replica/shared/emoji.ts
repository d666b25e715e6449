export const EMOJI = /\p{RGI_Emoji}/gv

/** A picture of the emoji, drawn by the machine's own emoji font. */
export function emojiImage(emoji: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><text x="18" y="30" font-size="30" text-anchor="middle">${emoji}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
