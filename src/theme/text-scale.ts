/** What the elder type already adds to the normal one. */
const elderGain = 1.3
const largest = 1.6

/**
 * Factor on top of the type scale, from the size of text set in the system (`fontSizeScaleFactor`). The elder view is
 * large already and grows only by what the system asks beyond it (P-ELD-1).
 */
export function textScale(systemFactor: number | undefined, elder: boolean): number {
  const wanted = systemFactor && Number.isFinite(systemFactor) ? systemFactor : 1
  const rest = elder ? wanted / elderGain : wanted
  return Math.min(Math.max(rest, 1), largest)
}
