import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildLanguage, isLocalBuild } from '#lib/platform/env.ts'
import { type RunningChild, startChild } from './child.ts'
import { NamedFailure } from './failure.ts'
import { writeVerifyPage } from './verify-page/make-page.ts'

const root = resolve(import.meta.dirname, '..')
const BUILDS = '.next/builds'
const LOCK = join(root, 'node_modules', '.cache', 'verso', 'build')
/** Written into a build when it is whole. */
const STAMP = 'verso-complete'

/** What a build is made of; tests and the generated client (made of the schema) are not. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'contracts-abi',
  'messages',
  'public',
  'prisma/schema.prisma',
  'scripts/verify-page',
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

/** One hash over the names and bytes of everything that goes into a build, the kind of chain and the language. */
export function sourcesHash(chainId: number): string {
  const hash = createHash('sha256').update(`local chain: ${isLocalBuild(String(chainId))}\0`)
  hash.update(`language: ${buildLanguage(process.env.VERSO_LANGUAGE)}\0`)
  for (const path of SOURCES.flatMap(filesOf)) {
    const bytes = readFileSync(join(root, path))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** True when a process runs. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const markOf = (pid: number) => `used-by-${pid}`

/** Builds that no running instance serves; what another start made is shared, never rebuilt in place. */
function unusedBuilds(): string[] {
  const folder = join(root, BUILDS)
  const builds = existsSync(folder) ? readdirSync(folder) : []
  return builds
    .map((name) => join(folder, name))
    .filter((build) => {
      const users = readdirSync(build).flatMap((name) => /^used-by-(\d+)$/.exec(name)?.[1] ?? [])
      return !users.some((pid) => isAlive(Number(pid)))
    })
}

function lockIsStale(): boolean {
  try {
    return !isAlive(Number(readFileSync(join(LOCK, 'pid'), 'utf8')))
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

async function exitOf(child: RunningChild, signal: AbortSignal): Promise<number> {
  const stop = () => void child.stop()
  signal.addEventListener('abort', stop, { once: true })
  const code = await child.exited
  signal.removeEventListener('abort', stop)
  return code
}

type BuildOptions = { chainId: number; logFile: string; signal: AbortSignal }

async function build(dist: string, { chainId, logFile, signal }: BuildOptions): Promise<void> {
  const given = { CHAIN_ID: String(chainId), VERSO_DIST: dist }
  const child = startChild(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    logFile,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...given },
  })
  const code = await exitOf(child, signal)
  if (code === 0) {
    await writeVerifyPage(join(root, dist))
    return
  }
  if (signal.aborted) throw new NamedFailure('The build was stopped.', 'Start again.')
  const said = readFileSync(logFile, 'utf8').trim().split('\n').slice(-15).join('\n')
  throw new NamedFailure(`The app could not be built.\n${said}`, `The whole output is in ${logFile}.`)
}

/**
 * Makes sure that a build of these very sources for that kind of chain is there, and marks it as used by this process.
 * @returns its folder for VERSO_DIST, and whether it had to be built
 */
export async function ensureBuilt(options: BuildOptions): Promise<{ dist: string; built: boolean }> {
  await takeTurn()
  try {
    const dist = `${BUILDS}/${sourcesHash(options.chainId).slice(0, 16)}`
    const folder = join(root, dist)
    const built = !existsSync(join(folder, STAMP))
    if (built) {
      const old = unusedBuilds().filter((path) => path !== folder)
      rmSync(folder, { recursive: true, force: true })
      await build(dist, options)
      writeFileSync(join(folder, STAMP), '')
      for (const path of old) rmSync(path, { recursive: true, force: true })
    }
    writeFileSync(join(folder, markOf(process.pid)), '')
    return { dist, built }
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
}

/** Takes the mark away again. */
export function releaseBuild(dist: string): void {
  rmSync(join(root, dist, markOf(process.pid)), { force: true })
}
