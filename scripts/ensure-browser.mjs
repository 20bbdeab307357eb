/**
 * The browser of the tests: CHROMIUM_PATH, an installed one, or as root Debian's own package. Nothing else is
 * downloaded.
 */
import { spawnSync } from 'node:child_process'
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

function installFromDebian(names) {
  const apt = args =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  if (apt(['update', '-qq']).status !== 0) return
  apt(['install', '-y', '-qq', '--no-install-recommends', ...names])
}

/** The path of a browser with Chinese letters. Throws a sentence saying what to do when there is none. */
export function ensureBrowser() {
  const missing = [
    ...(installed() ? [] : ['chromium']),
    ...(process.platform === 'linux' && !hasChineseFont() ? ['fonts-noto-cjk', 'fontconfig'] : []),
  ]
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (missing.length > 0 && canInstall) {
    console.log(`installing ${missing.join(', ')} from Debian …`)
    installFromDebian(missing)
  }
  const browser = installed()
  if (!browser)
    throw new Error('The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to the program.')
  return browser
}
