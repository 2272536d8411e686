import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { RunFile } from '#scripts/data-folder.ts'

/** What the demo in a folder has noted of itself. */
export const runFileOf = (folder: string): RunFile =>
  JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))

export type Demo = { child: ChildProcess; said: () => string; ended: Promise<number | null> }

/** Starts the demo as a person would, with nothing of this one's own settings. */
export function startDemo(given: Record<string, string>): Demo {
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, NODE_ENV: 'production', ...given } as const
  const child = spawn(process.execPath, ['scripts/demo.ts'], { env })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk
    })
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return { child, said: () => text, ended }
}

/** Resolves once it tells its address. @throws Error with all it said when it ends before */
export async function demoAnswers(demo: Demo): Promise<void> {
  let over = false
  demo.ended.then(() => {
    over = true
  })
  while (!demo.said().includes('Verso is at')) {
    if (over) throw new Error(demo.said())
    await new Promise((wait) => setTimeout(wait, 50))
  }
}

/** Removes the folder of a demo, and its database where that could not lie in it. */
export function removeDemo(folder: string): void {
  const cluster = existsSync(join(folder, 'run.json')) && runFileOf(folder).cluster
  if (cluster && !cluster.startsWith(folder)) rmSync(join(cluster, '..'), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}
