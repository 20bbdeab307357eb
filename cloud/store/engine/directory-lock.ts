import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { errorCode } from './errors'

/**
 * PGlite takes no lock of its own, and two processes on one directory corrupt it silently. This lock is a file made
 * with O_EXCL that names its owner, so that the lock of a process that died (kill -9, power) is taken over.
 */

/** Another live process has the data directory. The message is for the person who started the second one. */
export class DatabaseLocked extends Error {
  override readonly name = 'DatabaseLocked'
  constructor(file: string, owner: Owner | undefined) {
    const zh = owner ? `（进程 ${owner.pid}，主机 ${owner.host}）` : ''
    const en = owner ? ` (pid ${owner.pid} on ${owner.host})` : ''
    super(
      `数据目录正被另一个进程使用${zh}，请先停止它，或用 DATA_DIR 另指定一个目录。` +
        ` The data directory is in use by another process${en}: stop that one first, or set DATA_DIR to another directory. Lock file: ${file}`,
    )
  }
}

export interface Owner {
  pid: number
  /** Names one life of the pid, so that a reused pid is not taken for the owner; null where it cannot be told. */
  started: string | null
  host: string
  /** Pids mean something only within one pid namespace: two containers may share a host name and a pid. */
  pidSpace: string | null
  nonce: string
}

const HEARTBEAT_MS = 5_000
/** An owner that cannot be asked (another host or container) counts as dead after this silence. */
const SILENT_MS = 30_000

function readOrNull(read: () => string): string | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** Fields of /proc/PID/stat from the third on; null where the system has no such file. */
function processFields(pid: number): readonly string[] | null {
  const stat = readOrNull(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  // The command in field 2 may hold spaces and brackets: count from its last bracket.
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function processStarted(pid: number): string | null {
  const boot = readOrNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())
  const ticks = processFields(pid)?.[19] // field 22, since the machine's start
  return boot === null || ticks === undefined ? null : `${boot}/${ticks}`
}

/**
 * Whether a process has ended and is only kept because its parent has not asked for its exit code: after `kill -9` in a
 * container whose first process reaps nobody, such a zombie keeps its pid for as long as the container runs.
 */
const hasEnded = (pid: number): boolean => ['Z', 'X', 'x'].includes(processFields(pid)?.[0] ?? '')

/** How a process signs the lock: this one, or in tests another. */
export function describeSelf(pid: number = process.pid): Owner {
  return {
    pid,
    started: processStarted(pid),
    host: hostname(),
    pidSpace: readOrNull(() => readlinkSync('/proc/self/ns/pid')),
    nonce: randomUUID(),
  }
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

function isAlive(owner: Owner | undefined, touchedAt: number, self: Owner): boolean {
  // No owner to read: it is being written this very moment, or its writer died while writing.
  if (!owner || owner.host !== self.host || owner.pidSpace !== self.pidSpace) return Date.now() - touchedAt < SILENT_MS
  if (!pidExists(owner.pid) || hasEnded(owner.pid)) return false
  const started = processStarted(owner.pid)
  return owner.started === null || started === null || owner.started === started
}

function parseOwner(text: string): Owner | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'pid' in value && 'nonce' in value
      ? (value as Owner)
      : undefined
  } catch {
    return undefined
  }
}

interface Found {
  owner: Owner | undefined
  touchedAt: number
}

function look(file: string): Found | undefined {
  try {
    return { owner: parseOwner(readFileSync(file, 'utf8')), touchedAt: statSync(file).mtimeMs }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** O_EXCL: of several creators one succeeds. */
function create(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

function remove(file: string): void {
  try {
    unlinkSync(file)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

/**
 * Removes the lock of a dead owner and takes it. Guarded by a second O_EXCL file and a second look: otherwise two
 * starters that both saw the dead owner could each remove a lock, the slower one that of the faster.
 */
function takeOver(file: string, self: Owner): boolean {
  const guard = `${file}.takeover`
  const left = look(guard)
  if (left && Date.now() - left.touchedAt > SILENT_MS) remove(guard)
  if (!create(guard, '')) return false
  try {
    const found = look(file)
    if (found && isAlive(found.owner, found.touchedAt, self)) return false
    remove(file)
    return create(file, JSON.stringify(self))
  } finally {
    remove(guard)
  }
}

/**
 * Takes the lock or throws `DatabaseLocked`. Returns the release, which also runs when the process exits normally.
 * `self` is given by tests only.
 */
export function lockDirectory(file: string, self: Owner = describeSelf()): () => void {
  if (!create(file, JSON.stringify(self))) {
    const found = look(file)
    const taken = (!found || !isAlive(found.owner, found.touchedAt, self)) && takeOver(file, self)
    if (!taken) throw new DatabaseLocked(file, look(file)?.owner)
  }
  const heartbeat = setInterval(() => {
    const now = Date.now() / 1000
    // Should the file have been removed by hand, there is nothing to keep fresh.
    if (look(file)?.owner?.nonce === self.nonce) utimesSync(file, now, now)
  }, HEARTBEAT_MS).unref()
  const release = () => {
    clearInterval(heartbeat)
    process.off('exit', release)
    if (look(file)?.owner?.nonce === self.nonce) remove(file)
  }
  process.once('exit', release)
  return release
}
