import Taro from '@tarojs/taro'

/** Puts a text into the clipboard; false when the platform refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}

const inBrowser = process.env.TARO_ENV === 'h5'

function downloadInBrowser(name: string, text: string): void {
  const type = name.endsWith('.csv') ? 'text/csv;charset=utf-8' : 'application/json'
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Hands the text over as a file; false where that is impossible, as in WeChat on a computer. */
export async function saveTextFile(name: string, text: string): Promise<boolean> {
  if (inBrowser) {
    downloadInBrowser(name, text)
    return true
  }
  if (typeof Taro.shareFileMessage !== 'function') return false
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
    await Taro.shareFileMessage({ filePath, fileName: name })
    return true
  } catch {
    return false
  }
}
