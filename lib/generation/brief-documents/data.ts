import { z } from 'zod'
import type { Db, Tx } from '#lib/platform/db.ts'
import { addressSchema } from '#lib/protocol/primitives.ts'
import type { Brief } from '#lib/protocol/typed-data.ts'
import { briefDocument } from './brief-document.ts'

const PAGE = 500

const homeSchema = z.object({ chainId: z.int(), collection: addressSchema })

/** The document of every brief that was taken, byte for byte as it was stored. */
export async function* briefDocuments(db: Db | Tx): AsyncGenerator<Uint8Array> {
  let last: string | undefined
  for (;;) {
    const rows = await db.brief.findMany({
      orderBy: { id: 'asc' },
      take: PAGE,
      ...(last && { cursor: { id: last }, skip: 1 }),
      include: { round: { select: { roundId: true, rules: true } } },
    })
    for (const { digest, signature, round, ...row } of rows) {
      const { creator, prompt, promptHash, style, traits, licence, royaltyReceiver, count, nonce } = row
      const terms = { licence, royaltyReceiver, count, nonce, deadline: String(row.deadline) }
      const brief = { round: round.roundId, creator, prompt, promptHash, style, traits, ...terms } as Brief
      yield briefDocument(homeSchema.parse(round.rules), { brief, digest, signature })
    }
    if (rows.length < PAGE) return
    last = rows.at(-1)?.id
  }
}
