/** A sum in yuan as people write it: 1,234 元, 12.5 元 as 12.50 元. */
export function yuanText(yuan: number): string {
  const [whole = '0', cents = '00'] = yuan.toFixed(2).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${grouped}${cents === '00' ? '' : `.${cents}`} 元`
}
