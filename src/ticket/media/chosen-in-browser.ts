import type { PhotoFile } from '@/data/photo/shrink-photo'

const inputId = 'photo-chooser'

/** The browser's own chooser, which offers the camera too. Unlike Taro's, it passes on photos that the browser can't show. */
export function choosePhotosInBrowser(several: boolean): Promise<PhotoFile[]> {
  // An earlier one may still be there: not every browser tells that its chooser was closed.
  document.getElementById(inputId)?.remove()
  const input = document.createElement('input')
  input.id = inputId
  input.type = 'file'
  input.hidden = true
  input.accept = 'image/*'
  input.multiple = several
  // Safari forgets what is chosen in an input that stands in no document.
  document.body.appendChild(input)
  return new Promise<PhotoFile[]>(resolve => {
    input.onchange = () =>
      resolve([...(input.files ?? [])].map(file => ({ path: URL.createObjectURL(file), bytes: file.size })))
    input.oncancel = () => resolve([])
    input.click()
  }).finally(() => input.remove())
}
