/**
 * The browser of the tests: CHROMIUM_PATH, an installed one, or as root Debian's own package. Nothing else is
 * downloaded.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const installed = () => places.find(place => place && existsSync(place))

const hasChineseFont = () => {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

/** One process for both steps, so that it goes on while this one waits for something else. */
function installFromDebian(names) {
  const child = spawn(
    'sh',
    ['-c', 'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"', 'sh', ...names],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  )
  return new Promise(done => child.on('close', done).on('error', done))
}

/**
 * The path of a browser with Chinese letters. What is missing begins to be installed at once; whoever waits for the answer
 * may do other things first. Rejects with a sentence saying what to do when there is none.
 */
export async function ensureBrowser() {
  const missing = [
    ...(installed() ? [] : ['chromium']),
    ...(process.platform === 'linux' && !hasChineseFont() ? ['fonts-noto-cjk', 'fontconfig'] : []),
  ]
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (missing.length > 0 && canInstall) {
    console.log(`installing ${missing.join(', ')} from Debian …`)
    await installFromDebian(missing)
  }
  const browser = installed()
  if (!browser)
    throw new Error('The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to the program.')
  return browser
}
