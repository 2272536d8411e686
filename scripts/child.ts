import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'

export type RunningChild = {
  process: ChildProcess
  /** Resolves with the exit code, or 128 for a signal. */
  exited: Promise<number>
  stop(): Promise<void>
}

type ChildOptions = { env?: NodeJS.ProcessEnv; cwd?: string; logFile?: string; inherit?: boolean }

const PATIENCE_MS = 15_000

/** A child in a process group of its own, so that nothing it starts outlives it. */
export function startChild(
  command: string,
  args: readonly string[],
  options: ChildOptions = {},
): RunningChild {
  const stdio: SpawnOptions['stdio'] = options.inherit
    ? ['ignore', 'inherit', 'inherit']
    : ['ignore', 'pipe', 'pipe']
  const child = spawn(command, args, {
    detached: true,
    stdio,
    env: options.env ?? process.env,
    cwd: options.cwd,
  })
  if (options.logFile && child.stdout && child.stderr) {
    const log = createWriteStream(options.logFile, { flags: 'a' })
    child.stdout.pipe(log, { end: false })
    child.stderr.pipe(log, { end: false })
    child.once('close', () => log.end())
  } else {
    child.stdout?.resume()
    child.stderr?.resume()
  }
  const exited = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(code ?? 128))
  })
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, name)
    } catch {
      // The group is already gone.
    }
  }
  return {
    process: child,
    exited,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return signal('SIGKILL')
      signal('SIGTERM')
      const late = setTimeout(() => signal('SIGKILL'), PATIENCE_MS)
      await exited
      clearTimeout(late)
      signal('SIGKILL')
    },
  }
}
