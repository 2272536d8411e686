import { execFileSync } from 'node:child_process'
import { mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { signalGroup } from './child.ts'
import { NamedFailure } from './failure.ts'

/** What a demo leaves in its folder for the next start, and for people who look. No secrets. */
export type RunFile = {
  url?: string
  port?: number
  postgresPort?: number
  chainPort?: number
  /** Where PostgreSQL's files are when they could not be in the folder. */
  cluster?: string
  /** True until the demo's rounds are all there. */
  seeding?: boolean
  /** Process groups that are running, with the time each began. */
  groups?: { name: string; pid: number; began: string }[]
}

export type DataFolder = {
  path: string
  read(): RunFile
  /** Changes some of the fields, keeping the others. */
  note(change: RunFile): void
  release(): void
}

function readJson(file: string): RunFile {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When a process began, as the system tells it; with the pid it names a process for good. */
export function beganAt(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

function takeLock(lock: string, path: string): void {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      const file = openSync(lock, 'wx')
      writeSync(file, JSON.stringify({ pid: process.pid, began: beganAt(process.pid) }))
      return
    } catch {
      const held: { pid?: number; began?: string } = JSON.parse(readFileSync(lock, 'utf8') || '{}')
      if (held.pid && isAlive(held.pid) && beganAt(held.pid) === held.began)
        throw new NamedFailure(
          `Another demo (process ${held.pid}) is using ${path}.`,
          'End it, or set VERSO_DATA to another folder and PORT to another port.',
        )
      rmSync(lock, { force: true })
    }
  }
  throw new NamedFailure(`The folder ${path} could not be locked.`, 'Try again, or set VERSO_DATA.')
}

/** What a killed demo left running; only processes that began when it noted them. */
async function endLeftovers(groups: NonNullable<RunFile['groups']>): Promise<void> {
  const left = groups.filter(({ pid, began }) => began !== '' && beganAt(pid) === began)
  for (const { name, pid } of left) signalGroup(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM')
  for (const { pid } of left) {
    for (let tries = 0; tries < 200 && signalGroup(pid, 0); tries += 1)
      await new Promise((wait) => setTimeout(wait, 50))
    signalGroup(pid, 'SIGKILL')
  }
}

/** Takes a folder for one demo at a time. @throws NamedFailure when another demo has it */
export async function openDataFolder(path: string, reset: boolean): Promise<DataFolder> {
  try {
    mkdirSync(join(path, 'logs'), { recursive: true, mode: 0o755 })
  } catch (cause) {
    throw new NamedFailure(`The folder ${path} cannot be written.`, 'Set VERSO_DATA to another folder.', {
      cause,
    })
  }
  const lock = join(path, 'demo.lock')
  takeLock(lock, path)
  const file = join(path, 'run.json')
  await endLeftovers(readJson(file).groups ?? [])
  if (reset) {
    const cluster = readJson(file).cluster
    const parts = ['postgres', 'postgres.log', 'postgres.password', 'chain', 'blobs', 'logs', 'run.json']
    for (const part of parts) rmSync(join(path, part), { recursive: true, force: true })
    if (cluster) rmSync(cluster, { recursive: true, force: true })
    mkdirSync(join(path, 'logs'), { recursive: true })
  }
  return {
    path,
    read: () => readJson(file),
    note(change) {
      writeFileSync(`${file}.draft`, `${JSON.stringify({ ...readJson(file), ...change }, null, 2)}\n`)
      renameSync(`${file}.draft`, file)
    },
    release: () => rmSync(lock, { force: true }),
  }
}
