import Taro from '@tarojs/taro'

/** A spreadsheet that somebody has chosen; the path serves for this visit. */
export interface ChosenSheet {
  path: string
  name: string
}

const inBrowser = process.env.TARO_ENV === 'h5'
const extensions = ['xlsx', 'csv']

/** The browser's own chooser. It stands in the page while it is open: some browsers forget one that does not. */
function chooseInBrowser(): Promise<ChosenSheet | null> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = extensions.map(one => `.${one}`).join(',')
    input.hidden = true
    const settle = (chosen: ChosenSheet | null) => {
      input.remove()
      resolve(chosen)
    }
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      settle(file ? { path: URL.createObjectURL(file), name: file.name } : null)
    })
    input.addEventListener('cancel', () => settle(null))
    document.body.appendChild(input)
    input.click()
  })
}

/** Lets somebody choose a spreadsheet: of this computer, or on a phone of a conversation in WeChat. null: none was chosen. */
export async function chooseSheet(): Promise<ChosenSheet | null> {
  if (inBrowser) return chooseInBrowser()
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: extensions })
    const [file] = tempFiles
    return file ? { path: file.path, name: file.name } : null
  } catch {
    // Closing the chooser is refused like everything else; there is nothing to say about it.
    return null
  }
}

/** Hands a spreadsheet of the server over: as a file of this computer, or opened in WeChat, which passes it on. False: it failed. */
export async function openSheet(address: string, fileName: string): Promise<boolean> {
  if (inBrowser) {
    const link = document.createElement('a')
    link.href = address
    link.download = fileName
    link.click()
    return true
  }
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url: address })
    if (statusCode !== 200) return false
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
    return true
  } catch {
    return false
  }
}
