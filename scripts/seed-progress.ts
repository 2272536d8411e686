import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'

const MARK = '› '
const EVERY_MS = 250

/** A line of the seeding's log that is meant for whoever watches. */
export const progressLine = (line: string) => `${MARK}${line}`

/** The marked lines of a piece of log, and how many bytes of it were whole lines. */
export function progressIn(text: string): { lines: string[]; read: number } {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const lines = whole.split('\n').filter((line) => line.startsWith(MARK))
  return { lines: lines.map((line) => line.slice(MARK.length)), read: Buffer.byteLength(whole) }
}

function readFrom(file: string, from: number): string {
  if (!existsSync(file)) return ''
  const size = statSync(file).size - from
  if (size <= 0) return ''
  const bytes = Buffer.alloc(size)
  const opened = openSync(file, 'r')
  const read = readSync(opened, bytes, 0, size, from)
  closeSync(opened)
  return bytes.toString('utf8', 0, read)
}

/** Tells the marked lines that are added to a log from now on, until it is ended. */
export function followProgress(file: string, tell: (line: string) => void): () => void {
  let at = existsSync(file) ? statSync(file).size : 0
  const look = () => {
    const { lines, read } = progressIn(readFrom(file, at))
    at += read
    for (const line of lines) tell(line)
  }
  const timer = setInterval(look, EVERY_MS)
  return () => {
    clearInterval(timer)
    look()
  }
}
