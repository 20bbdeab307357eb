/**
 * Compiles a built mini-program with WeChat's official compiler, offline and with a key made for this run:
 * node official-compiler.cjs DIST_FOLDER. Prints one line of JSON.
 *
 * It runs in a process of its own: the compiler keeps workers and global settings behind.
 */
const { generateKeyPairSync } = require('node:crypto')
const { cpSync, mkdtempSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join, resolve } = require('node:path')
const whiteList = require('miniprogram-ci/dist/utils/white_ext_list')

const extensions =
  '.wxml .wxss .wxs .js .json .png .jpg .jpeg .gif .svg .cer .mp3 .aac .m4a .mp4 .wav .ogg .silk .webp .ttf .woff .woff2 .wasm .br .txt'
const allowed = new Set(extensions.split(' '))
// The compiler would ask WeChat's servers for this list and for the project's attributes.
Object.defineProperty(whiteList, 'getWhiteExtList', {
  value: async () => ({ MiniProgramWhiteList: allowed, GameWhiteList: allowed }),
})
const attributes = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
}
// As the project is uploaded: the build has made old, small JavaScript of everything already.
const { es6, minified } = require('../../project.config.json').setting

async function main(dist) {
  const folder = mkdtempSync(join(tmpdir(), 'compile-'))
  // The compiler leaves folders of its own where it is run.
  process.chdir(folder)
  const ci = require('miniprogram-ci')
  const privateKeyPath = join(folder, 'throw-away.key')
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(privateKeyPath, privateKey.export({ type: 'pkcs1', format: 'pem' }))
  // A project of nothing but the build: the compiler watches the whole folder it is given.
  const projectPath = join(folder, 'project')
  cpSync(dist, projectPath, { recursive: true })
  writeFileSync(join(projectPath, 'project.config.json'), JSON.stringify({ compileType: 'miniprogram' }))
  try {
    const project = new ci.Project({
      appid: 'wx0123456789abcdef',
      type: 'miniProgram',
      projectPath,
      privateKeyPath,
      ignores: ['node_modules/**/*'],
    })
    project.attr = async () => attributes
    const setting = { es6, minify: minified }
    const files = await ci.getCompiledResult({ project, setting, onProgressUpdate() {} })
    const compiled = Object.keys(files).length
    const quality = await ci.checkCodeQuality(project, join(folder, 'quality.json'))
    // Checks named …_OPEN are settings of the upload, which this run does not make.
    const failed = quality.filter(({ success, name }) => !success && !/_OPEN$/.test(name))
    return { compiled, quality: failed.map(({ name, text, detail }) => ({ name, text, detail })) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

main(resolve(process.argv[2])).then(
  result => process.stdout.write(`\n${JSON.stringify(result)}\n`, () => process.exit(0)),
  error =>
    process.stdout.write(`\n${JSON.stringify({ error: `${error.code ?? ''} ${error.message}` })}\n`, () =>
      process.exit(1),
    ),
)
