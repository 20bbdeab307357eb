/** Where the answers stand that numbers press. */
export const answersId = 'call-answers'

const inBrowser = process.env.TARO_ENV === 'h5'

/** Presses a button of the page by its id. */
export function press(id: string): void {
  if (inBrowser) document.getElementById(id)?.click()
}

/** Presses the answer with this number: a rating by its value, everything else by its place. */
export function pressAnswer(number: number): void {
  if (!inBrowser) return
  const answers = [
    ...document.querySelectorAll<HTMLElement>(`#${answersId} :is([role=radio], [role=checkbox], [role=switch])`),
  ]
  const rating = answers.find(({ id }) => id.endsWith(`-${number}`))
  const rated = answers.some(({ id }) => /-[1-5]$/.test(id))
  const pressed = rating ?? (rated ? undefined : answers[number - 1])
  pressed?.click()
}

/** Takes the focus out of a field, so that keys mean the page again. */
export function leaveField(): void {
  if (inBrowser && document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
