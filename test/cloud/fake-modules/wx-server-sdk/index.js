/**
 * What the platform's SDK does, for the functions under test: the caller comes from the environment of the process, as
 * there; storage is a folder. `FAKE_OPENID` and `FAKE_STORAGE` are set by the test.
 */
const { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')

const root = 'cloud://test-env.7465-test-env-1300000000'
let ready = false

const pathOf = fileID => join(process.env.FAKE_STORAGE, fileID.slice(root.length))
const mustBeReady = () => {
  if (!ready) throw new Error('Cloud API isn’t enabled, please call init first')
}

module.exports = {
  DYNAMIC_CURRENT_ENV: Symbol.for('DYNAMIC_CURRENT_ENV'),
  init(options) {
    if (options?.env !== module.exports.DYNAMIC_CURRENT_ENV) throw new Error('init without an environment')
    ready = true
  },
  getWXContext() {
    mustBeReady()
    const { FAKE_OPENID } = process.env
    return FAKE_OPENID
      ? { OPENID: FAKE_OPENID, APPID: 'wx0123456789abcdef', SOURCE: 'wx_client' }
      : { SOURCE: 'wx_trigger' }
  },
  async uploadFile({ cloudPath, fileContent }) {
    mustBeReady()
    const fileID = `${root}/${cloudPath}`
    mkdirSync(dirname(pathOf(fileID)), { recursive: true })
    writeFileSync(pathOf(fileID), fileContent)
    return { fileID, statusCode: 204 }
  },
  async downloadFile({ fileID }) {
    mustBeReady()
    if (!existsSync(pathOf(fileID))) throw { errCode: -503003, errMsg: 'downloadFile:fail STORAGE_FILE_NONEXIST' }
    return { fileContent: readFileSync(pathOf(fileID)), statusCode: 200 }
  },
  async getTempFileURL({ fileList }) {
    mustBeReady()
    return {
      fileList: fileList.map(({ fileID }) => ({
        fileID,
        status: existsSync(pathOf(fileID)) ? 0 : -503003,
        tempFileURL: existsSync(pathOf(fileID))
          ? `https://test-env.tcb.example${fileID.slice(root.length)}?sign=1`
          : '',
        errMsg: 'ok',
      })),
    }
  },
  async deleteFile({ fileList }) {
    mustBeReady()
    for (const fileID of fileList) rmSync(pathOf(fileID), { force: true })
    return { fileList: fileList.map(fileID => ({ fileID, status: 0, errMsg: 'ok' })) }
  },
}
