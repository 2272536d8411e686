import { http } from 'viem'
import { z } from 'zod'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { bytes32Schema } from '#lib/protocol/primitives.ts'
import { chainReader } from '#lib/protocol/verify/rpc-reader.ts'
import { anchoredHeadSchema } from '#lib/rounds/schema.ts'
import type { LogSource } from './log-follower.ts'

const headsSchema = z.object({
  items: z.array(z.object({ size: z.int(), root: bytes32Schema, signedAt: z.int(), signature: z.string() })),
})
const hashesSchema = z.object({ items: z.array(z.object({ index: z.int(), hash: bytes32Schema })) })
const roundSchema = z.object({
  chain: z.object({
    anchored: anchoredHeadSchema.nullable(),
  }),
})

/** Why no answer of the log can be used: problem+json's code, a status, or `no-connection`. */
export class LogUnanswered extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

async function codeOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null)
  return body && typeof body === 'object' && 'code' in body ? String(body.code) : String(response.status)
}

async function ask<S extends z.ZodType>(url: string, schema: S): Promise<z.output<S>> {
  let response: Response
  try {
    response = await fetch(url, { cache: 'no-store' })
  } catch {
    throw new LogUnanswered('no-connection')
  }
  if (!response.ok) throw new LogUnanswered(await codeOf(response))
  const parsed = schema.safeParse(await response.json())
  if (!parsed.success) throw new LogUnanswered('answer-malformed')
  return parsed.data
}

/** The log of a round as this server shows it to everybody, and the chain behind it. */
export function logSource(origin: string, collection: Address, roundId: Bytes32): LogSource {
  const base = `${origin}/api/v1/rounds/${roundId}`
  const chain = chainReader(http(`${origin}/rpc`, { timeout: 10_000, retryCount: 0 }))
  return {
    heads: async (take) => (await ask(`${base}/log/heads?take=${take}`, headsSchema)).items,
    async hashes(from, take) {
      const { items } = await ask(`${base}/log/hashes?cursor=${from}&take=${take}`, hashesSchema)
      if (items.some(({ index }, at) => index !== from + at)) throw new LogUnanswered('answer-malformed')
      return items.map(({ hash }) => hash)
    },
    anchored: async () => (await ask(base, roundSchema)).chain.anchored,
    onChain: async () => {
      try {
        const round = await chain.round(collection, roundId)
        return round && { size: Number(round.logSize), root: round.logRoot }
      } catch {
        return null
      }
    },
  }
}
