const GAP = 12

/**
 * Where the panel goes: beside the boxes, where there is room; it never covers a box or its send control as long as
 * there is any other place.
 */
export function place(
  panel: { width: number; height: number },
  occupied: DOMRect[],
  viewport: { width: number; height: number },
): { left: number; top: number } {
  const around = union(occupied)
  const top = clamp(around.top, viewport.height - panel.height)
  const left = clamp(around.right - panel.width, viewport.width - panel.width)
  const candidates = [
    { left: around.right + GAP, top },
    { left: around.left - panel.width - GAP, top },
    { left, top: around.bottom + GAP },
    { left, top: around.top - panel.height - GAP },
  ]
  const fits = candidates.find(
    (place) =>
      place.left >= 0 &&
      place.top >= 0 &&
      place.left + panel.width <= viewport.width &&
      place.top + panel.height <= viewport.height,
  )
  return fits ?? { left, top: viewport.height - panel.height - GAP }
}

function clamp(value: number, most: number): number {
  return Math.max(GAP, Math.min(value, most - GAP))
}

function union(rects: DOMRect[]): { left: number; top: number; right: number; bottom: number } {
  return {
    left: Math.min(...rects.map(({ left }) => left)),
    top: Math.min(...rects.map(({ top }) => top)),
    right: Math.max(...rects.map(({ right }) => right)),
    bottom: Math.max(...rects.map(({ bottom }) => bottom)),
  }
}
