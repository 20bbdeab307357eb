import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseLocked, describeSelf, lockDirectory } from './directory-lock'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'directory-lock-'))
  file = join(folder, 'pglite.lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A pid that belonged to a process and belongs to none now. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

function leaveLock(owner: Partial<ReturnType<typeof describeSelf>>, silentSeconds = 0): void {
  writeFileSync(file, JSON.stringify({ ...describeSelf(), ...owner }))
  const at = Date.now() / 1000 - silentSeconds
  utimesSync(file, at, at)
}

test('a second owner gets a sentence in both languages that names the first', () => {
  const release = lockDirectory(file)
  const second = () => lockDirectory(file)
  expect(second).toThrow(DatabaseLocked)
  expect(second).toThrow(`进程 ${process.pid}`)
  expect(second).toThrow('The data directory is in use by another process')
  release()
  expect(existsSync(file)).toBe(false)
  lockDirectory(file)()
})

test('the lock of another live process holds', async () => {
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
  try {
    await new Promise(started => other.once('spawn', started))
    leaveLock({ pid: other.pid, started: null }, 3600)
    expect(() => lockDirectory(file)).toThrow(`pid ${other.pid}`)
  } finally {
    other.kill('SIGKILL')
    await new Promise(ended => other.once('exit', ended))
  }
  lockDirectory(file)()
})

test('the lock of a dead process is taken over', () => {
  leaveLock({ pid: deadPid() })
  const release = lockDirectory(file)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid })
  expect(existsSync(`${file}.takeover`)).toBe(false)
  release()
})

/** Whether the lock can be taken within a second: a signal takes a moment to arrive. */
async function becomesFree(): Promise<boolean> {
  for (const end = Date.now() + 1_000; Date.now() < end; await new Promise(done => setImmediate(done)))
    try {
      lockDirectory(file)()
      return true
    } catch (error) {
      expect(error).toBeInstanceOf(DatabaseLocked)
    }
  return false
}

test('the lock of a killed process whose parent never reaps it is taken over at once', async () => {
  // The shell starts the owner and becomes a program that asks for nobody's exit code.
  const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600'], { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const pid = await new Promise<number>(told => parent.stdout.once('data', line => told(Number(String(line)))))
    leaveLock(describeSelf(pid))
    expect(() => lockDirectory(file)).toThrow(`pid ${pid}`)
    process.kill(pid, 'SIGKILL')
    expect(await becomesFree()).toBe(true)
    // Its pid is still there, which is what made it look alive. Where there is no /proc, the system reaps it.
    if (describeSelf().started !== null) expect(process.kill(pid, 0)).toBe(true)
  } finally {
    parent.kill('SIGKILL')
    await new Promise(ended => parent.once('exit', ended))
  }
})

test('a pid that was given to another process since does not keep the lock', () => {
  leaveLock({ pid: process.pid, started: 'an-earlier-boot/1' })
  // Where the start of a process cannot be told, a living pid has to count as the owner.
  if (describeSelf().started === null) expect(() => lockDirectory(file)).toThrow(DatabaseLocked)
  else lockDirectory(file)()
})

test('an owner on another host counts as long as it gives signs of life', () => {
  leaveLock({ host: 'elsewhere', pid: deadPid() }, 10)
  expect(() => lockDirectory(file)).toThrow('elsewhere')
  leaveLock({ host: 'elsewhere', pid: deadPid() }, 60)
  lockDirectory(file)()
})

test('a lock file that is being written counts as taken, an old broken one does not', () => {
  writeFileSync(file, '')
  expect(() => lockDirectory(file)).toThrow(DatabaseLocked)
  utimesSync(file, 1, 1)
  lockDirectory(file)()
})

test('while another starter takes a dead lock over, this one waits for nobody and takes nothing', () => {
  leaveLock({ pid: deadPid() })
  writeFileSync(`${file}.takeover`, '')
  expect(() => lockDirectory(file)).toThrow(DatabaseLocked)
  // Its guard is left only when it was killed in that very moment.
  utimesSync(`${file}.takeover`, 1, 1)
  lockDirectory(file)()
})

test('releasing leaves the lock of a later owner alone', () => {
  const release = lockDirectory(file)
  rmSync(file)
  const later = lockDirectory(file)
  release()
  expect(existsSync(file)).toBe(true)
  later()
})
