import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { z } from 'zod'

const hexSchema = z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]*$/)])

const blockSchema = z.object({ number: z.int(), hash: hexSchema, time: z.int(), raw: z.array(hexSchema) })
const callSchema = z.object({ method: z.string(), params: z.array(z.unknown()) })

/**
 * A block as it was mined, a call that changed the state without a block, a transaction before it was passed on,
 * or one that the chain refused.
 */
const entrySchema = z.union([
  z.strictObject({ block: blockSchema }),
  z.strictObject({ call: callSchema }),
  z.strictObject({ send: hexSchema }),
  z.strictObject({ refused: hexSchema }),
])

export type JournalBlock = z.infer<typeof blockSchema>
export type JournalEntry = z.infer<typeof entrySchema>

/** What has to be done to stand where the journal ends. */
export type Replay = {
  /** Blocks and calls in their order; calls lie behind the block after which they were made. */
  steps: Extract<JournalEntry, { block: unknown } | { call: unknown }>[]
  /** Transactions that were taken and are in no block. */
  unmined: z.infer<typeof hexSchema>[]
}

/** A block takes the place of everything from its number on. */
function fold(entries: readonly JournalEntry[]): Replay {
  let steps: Replay['steps'] = []
  let last = -1
  const sent = new Set<Replay['unmined'][number]>()
  for (const entry of entries) {
    if ('send' in entry) sent.add(entry.send)
    else if ('refused' in entry) sent.delete(entry.refused)
    else if ('call' in entry) steps.push(entry)
    else {
      const { number } = entry.block
      if (number <= last)
        steps = steps.slice(
          0,
          steps.findIndex((step) => 'block' in step && step.block.number >= number),
        )
      last = number
      steps.push(entry)
    }
  }
  for (const step of steps) if ('block' in step) for (const raw of step.block.raw) sent.delete(raw)
  return { steps, unmined: [...sent] }
}

/** The steps that a chain at block `head` lacks. */
export function stepsAfter({ steps }: Replay, head: number): Replay['steps'] {
  const last = steps.findLastIndex((step) => 'block' in step && step.block.number <= head)
  return steps.slice(last + 1)
}

/** The hash that the journal has for a block; null when it does not know it. */
export function hashInJournal({ steps }: Replay, number: number): string | null {
  const found = steps.find((step) => 'block' in step && step.block.number === number)
  return found && 'block' in found ? found.block.hash : null
}

export type ChainJournal = {
  read(): Replay
  /** On the disk when it returns. */
  write(...entries: JournalEntry[]): void
  close(): void
}

/** Whole lines of the file; what a kill cut off in the middle is cut away. */
function wholeLines(file: string): string[] {
  if (!existsSync(file)) return []
  const bytes = readFileSync(file)
  const end = bytes.lastIndexOf('\n') + 1
  if (end < bytes.length) truncateSync(file, end)
  return bytes.subarray(0, end).toString().split('\n').filter(Boolean)
}

/** Opens the record of all that a local chain was told, one JSON object a line. */
export function openJournal(file: string): ChainJournal {
  wholeLines(file)
  const handle = openSync(file, 'a')
  return {
    read: () => fold(wholeLines(file).map((line) => entrySchema.parse(JSON.parse(line)))),
    write(...entries) {
      if (entries.length === 0) return
      writeSync(handle, `${entries.map((entry) => JSON.stringify(entry)).join('\n')}\n`)
      fsyncSync(handle)
    },
    close: () => closeSync(handle),
  }
}
