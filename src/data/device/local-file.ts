import Taro from '@tarojs/taro'
import { browserFiles } from './browser-files'

const inBrowser = process.env.TARO_ENV === 'h5'

/**
 * Moves a temporary file to where it outlives the app, so that a photo taken without a network can be sent tomorrow
 * (D-IN-5). Where that is impossible the temporary path stays.
 */
export function keepFile(tempPath: string): Promise<string> {
  if (inBrowser) return browserFiles.keep(tempPath)
  return new Promise(resolve => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: tempPath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(tempPath),
    })
  })
}

/** A path that can be shown and sent, of a kept file or of one still where it was taken. */
export const openFile = (path: string): Promise<string> =>
  inBrowser ? browserFiles.open(path).then(address => address ?? path) : Promise.resolve(path)

/** Whether the file of an earlier visit is still there. */
export async function fileExists(path: string): Promise<boolean> {
  if (inBrowser) return (await browserFiles.open(path)) !== null
  return new Promise(resolve => {
    Taro.getFileSystemManager().access({ path, success: () => resolve(true), fail: () => resolve(false) })
  })
}

/** Frees the space of a kept file that has been sent or given up. */
export function dropFile(path: string): void {
  if (inBrowser) return browserFiles.drop(path)
  Taro.getFileSystemManager().removeSavedFile({ filePath: path, fail: () => undefined })
}

/** Drops the files that no entry of this phone names any more; at sign-out, so that no photo stays behind. */
export function forgetFiles(wanted: (path: string) => boolean): void {
  if (inBrowser) return void browserFiles.forget(wanted)
  Taro.getFileSystemManager().getSavedFileList({
    success: ({ fileList }) =>
      fileList.forEach(({ filePath }) => {
        if (!wanted(filePath)) dropFile(filePath)
      }),
  })
}
