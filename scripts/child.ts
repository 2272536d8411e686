import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

export type RunningChild = {
  process: ChildProcess
  /** Resolves with the exit code, or 128 for a signal. */
  exited: Promise<number>
  stop(): Promise<void>
}

type ChildOptions = {
  env?: NodeJS.ProcessEnv
  cwd?: string
  /** Gets all that the child prints; without it nothing is kept. */
  logFile?: string
  /** Runs as this user instead of root. */
  owner?: { uid: number; gid: number }
  stopSignal?: NodeJS.Signals
}

const PATIENCE_MS = 15_000

/** Sends a signal to a whole process group; false when it is gone. */
export function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal)
    return true
  } catch {
    return false
  }
}

/** Waits until no process of the group is left, and ends what is too slow. */
async function awaitGroup(pid: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (signalGroup(pid, 0)) {
    if (Date.now() > until) signalGroup(pid, 'SIGKILL')
    await new Promise((wait) => setTimeout(wait, 20))
  }
}

/** A child in a process group of its own, so that nothing it starts outlives it. */
export function startChild(
  command: string,
  args: readonly string[],
  options: ChildOptions = {},
): RunningChild {
  // A file, not a pipe: the child goes on writing when this process is gone.
  const log = options.logFile ? openSync(options.logFile, 'a') : undefined
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', log ?? 'ignore', log ?? 'ignore'],
    env: options.env ?? process.env,
    cwd: options.cwd,
    ...options.owner,
  })
  if (log !== undefined) closeSync(log)
  const exited = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(code ?? 128))
  })
  return {
    process: child,
    exited,
    async stop() {
      if (!child.pid) return
      signalGroup(child.pid, options.stopSignal ?? 'SIGTERM')
      await awaitGroup(child.pid)
    },
  }
}
