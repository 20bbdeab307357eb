import Taro from '@tarojs/taro'

const inBrowser = process.env.TARO_ENV === 'h5'

/**
 * Moves a temporary file to where it outlives the app, so that a photo taken without a network can be sent tomorrow
 * (D-IN-5). Where that is impossible the temporary path stays. The browser keeps a file as long as the page is open.
 */
export function keepFile(tempPath: string): Promise<string> {
  if (inBrowser) return Promise.resolve(tempPath)
  return new Promise(resolve => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: tempPath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(tempPath),
    })
  })
}

/** Whether the file of an earlier visit is still there. */
export async function fileExists(path: string): Promise<boolean> {
  if (inBrowser) {
    try {
      return (await fetch(path)).ok
    } catch {
      return false
    }
  }
  return new Promise(resolve => {
    Taro.getFileSystemManager().access({ path, success: () => resolve(true), fail: () => resolve(false) })
  })
}

/** Frees the space of a kept file that has been sent or given up. */
export function dropFile(path: string): void {
  if (inBrowser) return
  Taro.getFileSystemManager().removeSavedFile({ filePath: path, fail: () => undefined })
}
