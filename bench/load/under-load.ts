import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Answer, LoadTask } from './load.ts'

const LOAD = fileURLToPath(new URL('./load.ts', import.meta.url))
/** Clock ticks a second, as /proc counts; the same on every Linux that Node runs on. */
const TICKS = 100

/** CPU seconds that a process has taken so far, user and system. Linux only. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

export type Load = { seconds: number; answers: Answer[] }

/** Sends the bodies from another process. */
export async function load(task: LoadTask): Promise<Load> {
  const child = spawn(process.execPath, [LOAD], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(task))
  return JSON.parse(await text(child.stdout))
}

export type Measured = Load & { cpuMicros: number }

/** The same, with the CPU time that a server took for each answer, microseconds. */
export async function measured(pid: number, task: LoadTask): Promise<Measured> {
  const before = cpuOf(pid)
  const done = await load(task)
  return { ...done, cpuMicros: ((cpuOf(pid) - before) * 1e6) / task.bodies.length }
}

/** The value below which `share` of the answers stand, milliseconds. */
export function percentile(answers: readonly Answer[], share: number): number {
  const sorted = answers.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
