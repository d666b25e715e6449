const GAP = 8
/** Below this a panel shows nothing of use, in CSS pixels. */
const LEAST_HEIGHT = 96

export interface Placement {
  left: number
  top: number
  height: number
}

/**
 * Where the panel goes: beside what the send sends, else beside the boxes, else below or above them, where it scrolls if
 * it must. It never covers a box or its send control as long as there is any other place.
 */
export function place(
  panel: { width: number; height: number },
  scope: DOMRect,
  boxes: DOMRect[],
  viewport: { width: number; height: number },
): Placement {
  const around = union(boxes)
  const height = Math.min(panel.height, viewport.height - 2 * GAP)
  const top = clamp(around.top, viewport.height - height)
  const left = clamp(around.right - panel.width, viewport.width - panel.width)
  const candidates = [
    { left: scope.right + GAP, top },
    { left: scope.left - panel.width - GAP, top },
    { left: around.right + GAP, top },
    { left: around.left - panel.width - GAP, top },
    { left, top: around.bottom + GAP },
    { left, top: around.top - height - GAP },
  ]
  const fits = candidates.find(
    (place) =>
      place.left >= 0 &&
      place.top >= 0 &&
      place.left + panel.width <= viewport.width &&
      place.top + height <= viewport.height,
  )
  if (fits) return { ...fits, height }
  const below = viewport.height - around.bottom - 2 * GAP
  const above = around.top - 2 * GAP
  const squeezed = Math.min(height, Math.max(below, above, LEAST_HEIGHT))
  const isBelow = below >= above || above < LEAST_HEIGHT
  return { left, top: isBelow ? viewport.height - squeezed - GAP : GAP, height: squeezed }
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
