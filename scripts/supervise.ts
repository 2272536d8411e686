import { readFileSync } from 'node:fs'
import { type RunningChild, startChild } from './child.ts'

export type Supervised = {
  child(): RunningChild
  stop(): Promise<void>
}

type Program = {
  name: string
  args: readonly string[]
  cwd: string
  env: NodeJS.ProcessEnv
  logFile: string
}

const PAUSE_MS = 1_000
const MOST_RESTARTS = 20

/** The last lines of a log, for a message. */
export function lastLines(file: string, count = 8): string {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-count).join('\n')
  } catch {
    return ''
  }
}

/** Keeps a Node program running: one that ends by itself is started again after a pause. */
export function supervise(
  program: Program,
  changed: (child: RunningChild) => void,
  gaveUp: (said: string) => void,
): Supervised {
  let stopping = false
  let restarts = 0
  let child: RunningChild
  const start = () => {
    child = startChild(process.execPath, program.args, program)
    changed(child)
    child.exited.then(async (code) => {
      if (stopping) return
      restarts += 1
      if (restarts > MOST_RESTARTS)
        return gaveUp(`The ${program.name} ended ${restarts} times.\n${lastLines(program.logFile)}`)
      process.stderr.write(`verso: the ${program.name} ended (${code}); starting it again.\n`)
      await new Promise((wait) => setTimeout(wait, PAUSE_MS))
      if (!stopping) start()
    })
    return child
  }
  child = start()
  return {
    child: () => child,
    async stop() {
      stopping = true
      await child.stop()
    },
  }
}
