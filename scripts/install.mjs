/**
 * What `npm run demo` and `npm test` do before anything else: install what is missing, and go on under the
 * Node 24 that comes with the packages. Plain JavaScript without dependencies, for Node 20.19 and later.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const packages = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages

function fail(message, wayOut) {
  process.stderr.write(`\nverso: ${message}\n       ${wayOut}\n`)
  process.exit(1)
}

/** After an `npm ci` of ours: the hash of the lock file that it installed. */
const stamp = join(root, 'node_modules', '.verso-lock-hash')
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

/** npm notes what it installed; packages for other platforms are optional and may be missing. */
function isInstalled() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return false
  const installed = packages('node_modules/.package-lock.json')
  return Object.entries(packages('package-lock.json')).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.extraneous || installed[path]?.version === entry.version,
  )
}

function npm(...args) {
  const [command, first] = process.env.npm_execpath
    ? [process.execPath, [process.env.npm_execpath]]
    : ['npm', []]
  return spawnSync(command, [...first, ...args], { cwd: root, stdio: 'inherit' }).status === 0
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function isStale(lock) {
  const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
  try {
    return !isAlive(Number(readFileSync(join(lock, 'pid'), 'utf8')))
  } catch {
    return Date.now() - made > 5_000
  }
}

/** Two starts in one fresh clone: the second waits for the first one's installation. */
async function withLock(work) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const lock = join(tmpdir(), `verso-install-${name}`)
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isStale(lock)) rmSync(lock, { recursive: true, force: true })
      else await new Promise((wait) => setTimeout(wait, 500))
    }
  }
  writeFileSync(join(lock, 'pid'), String(process.pid))
  try {
    work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function install() {
  if (!isInstalled()) {
    console.log('Installing the packages (npm ci) …')
    // Some packages ask for a newer Node than the one that installs them: they run under the one that comes along.
    if (!npm('ci', '--loglevel=error'))
      fail('npm ci failed.', 'Read its message above; it needs the package registry and a writable clone.')
    writeFileSync(stamp, lockHash())
  }
  if (!existsSync(node24)) {
    console.log('The packages were installed without their scripts: fetching Node 24 (npm rebuild) …')
    npm('rebuild')
  }
  if (!existsSync(node24)) fail('Node 24 is not in node_modules.', 'Run npm ci without --ignore-scripts.')
  if (existsSync(join(root, 'lib', 'platform', 'prisma', 'client.ts'))) return
  const generated = spawnSync(node24, ['scripts/prisma.mjs', 'generate'], { cwd: root, stdio: 'inherit' })
  if (generated.status !== 0) fail('The database client could not be generated.', 'Run npm ci once more.')
}

/**
 * Runs a TypeScript program of this folder under Node 24 with everything installed; ends with its exit code.
 * @param {string} program path from the root
 */
export async function runInstalled(program) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    fail(
      `Node ${process.versions.node} is too old.`,
      'Install Node 20.19 or later; the rest comes with npm ci.',
    )
  await withLock(install)
  const bin = join(root, 'node_modules', '.bin')
  const child = spawn(node24, [program, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, VERSO_WATCH_PARENT: '1' },
  })
  // A terminal signals the child as well; it takes the first signal and ignores the rest.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm does not hand a signal on to what its shell started: when the shell is gone, so is npm.
  const parent = process.ppid
  const watch = () => process.ppid !== parent && child.kill('SIGTERM')
  if (process.env.npm_lifecycle_event) setInterval(watch, 500).unref()
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
