import { z } from 'zod'
import { headViewSchema } from '#lib/ballots/schema.ts'
import { type Bytes32, bytes32Schema } from '#lib/protocol/primitives.ts'
import type { LogReader } from './check-receipt.ts'

const headsSchema = z.object({ items: z.array(headViewSchema) })
const anchoredSchema = z.object({
  chain: z.object({ anchored: z.object({ size: z.int(), block: z.int() }).nullable() }),
})
const pathSchema = z.object({ path: z.array(bytes32Schema) })

async function ask<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S> | null> {
  try {
    const response = await fetch(path)
    return response.ok ? schema.parse(await response.json()) : null
  } catch {
    return null
  }
}

/** The log of a round as this server shows it to everybody. */
export function logApi(roundId: Bytes32): LogReader {
  const base = `/api/v1/rounds/${roundId}`
  return {
    async newestHead() {
      const page = await ask(`${base}/log/heads?take=1`, headsSchema)
      const newest = page?.items[0]
      const root = bytes32Schema.safeParse(newest?.root)
      if (!newest || !root.success) return null
      const { size, signedAt, signature } = newest
      return {
        head: { round: roundId, size: String(size), root: root.data, signedAt: String(signedAt) },
        signature,
      }
    },
    inclusion: (leaf, size) => ask(`${base}/proofs/inclusion?leaf=${leaf}&size=${size}`, pathSchema),
    consistency: (first, second) =>
      ask(`${base}/proofs/consistency?first=${first}&second=${second}`, pathSchema),
    anchored: async () => (await ask(base, anchoredSchema))?.chain.anchored ?? null,
  }
}
