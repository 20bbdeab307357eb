/** A figure with at most two decimals: 1.5, 3, 0.33. */
export const figureText = (value: number): string => String(Math.round(value * 100) / 100)

/** 0.5 → 「50%」 */
export const percentText = (share: number): string => `${figureText(share * 100)}%`
