import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startChild } from './child.ts'
import { NamedFailure } from './failure.ts'

const root = resolve(import.meta.dirname, '..')
const STAMP = join(root, '.next', 'verso-sources')
const LOCK = join(root, 'node_modules', '.cache', 'verso', 'build')

/** What a build is made of; tests and the generated client (made of the schema) are not. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'contracts-abi',
  'public',
  'prisma/schema.prisma',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
]
const LEFT_OUT = /\.test\.tsx?$|^lib\/platform\/prisma\//

function filesOf(path: string): string[] {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return LEFT_OUT.test(path) ? [] : [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`))
}

/** One hash over the names and bytes of everything that goes into a build. */
export function sourcesHash(): string {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(filesOf)) {
    const bytes = readFileSync(join(root, path))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

const builtHash = () =>
  existsSync(join(root, '.next', 'BUILD_ID')) && existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : ''

function lockIsStale(): boolean {
  try {
    process.kill(Number(readFileSync(join(LOCK, 'pid'), 'utf8')), 0)
    return false
  } catch {
    const made = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs
    return made !== undefined && Date.now() - made > 2_000
  }
}

/** Waits its turn: demos and tests of one clone share the build, and one of them makes it. */
async function takeTurn(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(LOCK, { recursive: false })
      writeFileSync(join(LOCK, 'pid'), String(process.pid))
      return
    } catch {
      mkdirSync(join(LOCK, '..'), { recursive: true })
      if (existsSync(LOCK) && lockIsStale()) rmSync(LOCK, { recursive: true, force: true })
      await new Promise((wait) => setTimeout(wait, 300))
    }
  }
}

/** Builds the app unless the last build is of these very sources. Returns true when it built. */
export async function ensureBuilt(logFile: string, signal: AbortSignal): Promise<boolean> {
  if (builtHash() === sourcesHash()) return false
  await takeTurn()
  try {
    const hash = sourcesHash()
    if (builtHash() === hash) return false
    rmSync(STAMP, { force: true })
    const child = startChild(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: root,
      logFile,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
    signal.addEventListener('abort', () => void child.stop(), { once: true })
    const code = await child.exited
    if (signal.aborted) return false
    if (code !== 0) {
      const said = readFileSync(logFile, 'utf8').trim().split('\n').slice(-15).join('\n')
      throw new NamedFailure(`The app could not be built.\n${said}`, `The whole output is in ${logFile}.`)
    }
    writeFileSync(STAMP, hash)
    return true
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
}
