import type { Db, Tx } from '#lib/platform/db.ts'

export type Pin = {
  id: string
  service: string
  cid: string
  /** Its key in the blob store. */
  blob: string
  name: string
  state: 'waiting' | 'asked' | 'pinned'
  externalId: string | null
  tries: number
  dueAt: Date
}

const PIN = {
  id: true,
  service: true,
  cid: true,
  blob: true,
  name: true,
  state: true,
  externalId: true,
  tries: true,
  dueAt: true,
} as const

export async function findPin(db: Db | Tx, id: string): Promise<Pin | null> {
  return db.pin.findUnique({ where: { id }, select: PIN })
}

/** Pins with something to do, the longest due first. @param at wall time */
export async function duePins(
  db: Db | Tx,
  { services, at, take }: { services: readonly string[]; at: Date; take: number },
): Promise<string[]> {
  const rows = await db.pin.findMany({
    where: { service: { in: [...services] }, state: { not: 'pinned' }, dueAt: { lte: at } },
    orderBy: { dueAt: 'asc' },
    take,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Rounds whose newest bundle a service has not been asked to keep. */
export async function roundsToPin(db: Db | Tx, service: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT newest."roundRowId" AS id
    FROM (SELECT DISTINCT ON ("roundRowId") "roundRowId", files FROM "Closing" ORDER BY "roundRowId", attempt DESC) newest
    WHERE NOT EXISTS (
      SELECT FROM "Pin" pin WHERE pin.service = ${service} AND pin.blob = newest.files->>'manifest.json')`
  return rows.map(({ id }) => id)
}

export type PinCount = { service: string; pinned: number; all: number; failing: string | null }

/** How far each service is, with what the last failure was; of one round, or of all. */
export async function countPins(db: Db | Tx, roundRowId?: string): Promise<PinCount[]> {
  const where = roundRowId === undefined ? {} : { roundRowId }
  const [groups, failing] = await Promise.all([
    db.pin.groupBy({ by: ['service', 'state'], where, _count: true }),
    db.pin.findMany({
      where: { ...where, state: { not: 'pinned' }, errorCode: { not: null } },
      distinct: ['service'],
      orderBy: [{ service: 'asc' }, { updatedAt: 'desc' }],
      select: { service: true, errorCode: true, errorDetail: true },
    }),
  ])
  return [...new Set(groups.map(({ service }) => service))].toSorted().map((service) => {
    const own = groups.filter((group) => group.service === service)
    const last = failing.find((row) => row.service === service)
    return {
      service,
      pinned: own.find(({ state }) => state === 'pinned')?._count ?? 0,
      all: own.reduce((sum, { _count }) => sum + _count, 0),
      failing: last ? `${last.errorCode}: ${last.errorDetail}` : null,
    }
  })
}
