import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type Bytes32, bytes32Schema } from '#lib/protocol/primitives.ts'
import { UsageError } from '#scripts/verso/usage.ts'
import { writeDurably } from './durable-file.ts'
import { type Watched, watchedSchema } from './watched-round.ts'

const stateSchema = z.strictObject({
  format: z.literal('verso-watch/1'),
  /** Origin of the instance: what is remembered of one says nothing about another. */
  instance: z.string(),
  rounds: z.record(bytes32Schema, watchedSchema),
})

/** What was remembered of an instance; nothing when there is no file yet. @throws UsageError */
export async function readState(file: string, instance: string): Promise<Map<Bytes32, Watched>> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map()
    throw new UsageError(`--state ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  let state: z.infer<typeof stateSchema>
  try {
    state = stateSchema.parse(JSON.parse(text))
  } catch {
    throw new UsageError(`--state ${file} is not what this command wrote; name another file`)
  }
  if (state.instance !== instance) throw new UsageError(`--state ${file} is of ${state.instance}`)
  return new Map(Object.entries(state.rounds) as [Bytes32, Watched][])
}

/** Writes what is remembered, whole or not at all. */
export async function writeState(
  file: string,
  instance: string,
  rounds: ReadonlyMap<Bytes32, Watched>,
): Promise<void> {
  const state: z.infer<typeof stateSchema> = {
    format: 'verso-watch/1',
    instance,
    rounds: Object.fromEntries(rounds) as Record<Bytes32, Watched>,
  }
  await writeDurably(file, `${JSON.stringify(state)}\n`)
}
