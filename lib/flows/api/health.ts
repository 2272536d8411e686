import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Services } from '#lib/flows/services.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { readBlockMarks } from '#lib/rounds/chain/data.ts'
import type { healthSchema } from './schemas.ts'

const PATIENCE_MS = 3_000

/** What an answer is worth only soon; null when it does not come or fails. */
async function soon<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS)
  })
  return Promise.race([answer.catch(() => null), late]).finally(() => clearTimeout(timer))
}

/** The demo notes beside its data whether its rounds are still being made. */
export async function isSeeding(dataFolder: string): Promise<boolean> {
  try {
    const noted: unknown = JSON.parse(await readFile(join(dataFolder, 'run.json'), 'utf8'))
    return typeof noted === 'object' && noted !== null && 'seeding' in noted && noted.seeding === true
  } catch {
    return false
  }
}

/** Whether the parts that everything needs do answer. */
export async function health(
  { db, chain, chainId }: Pick<Services, 'db' | 'chain' | 'chainId'>,
  { dataFolder, operator }: { dataFolder: string; operator: Address | null },
): Promise<z.infer<typeof healthSchema>> {
  const [marks, head, seeding] = await Promise.all([
    soon(readBlockMarks(db, chainId, 1)),
    soon(chain.getBlockNumber({ cacheTime: 0 })),
    isSeeding(dataFolder),
  ])
  const [cursor] = marks ?? []
  return {
    ok: marks !== null && head !== null,
    seeding,
    database: marks !== null,
    chain: head !== null,
    blocksBehind: head === null || !cursor ? null : Math.max(0, Number(head) - cursor.number),
    chainId,
    operator,
  }
}
