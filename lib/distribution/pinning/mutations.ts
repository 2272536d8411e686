import type { Db, Tx } from '#lib/platform/db.ts'
import type { Pin } from './data.ts'
import type { Pinned, PinningError } from './port.ts'

type NewPin = Pick<Pin, 'service' | 'cid' | 'blob' | 'name'> & { roundRowId: string }

/** What is already on the list stays as it is. */
export async function insertPins(db: Db | Tx, pins: readonly NewPin[]): Promise<number> {
  const { count } = await db.pin.createMany({ data: [...pins], skipDuplicates: true })
  return count
}

/** Takes a pin for a while. @returns whether nobody else did since it was read */
export async function leasePin(db: Db | Tx, { id, dueAt }: Pin, until: Date): Promise<boolean> {
  const where = { id, dueAt, state: { not: 'pinned' as const } }
  const { count } = await db.pin.updateMany({ where, data: { dueAt: until } })
  return count === 1
}

export async function settlePin(db: Db | Tx, { id, tries }: Pin, found: Pinned, nextAt: Date): Promise<void> {
  const well = { errorCode: null, errorDetail: null }
  const data =
    found.state === 'pinned'
      ? { state: found.state, ...well }
      : { state: found.state, externalId: found.externalId, dueAt: nextAt, tries: tries + 1, ...well }
  await db.pin.update({ where: { id }, data })
}

/** Notes a failure; what the service gave up or has lost is asked for anew. */
export async function failPin(
  db: Db | Tx,
  { id, tries }: Pin,
  { code, message }: PinningError,
  nextAt: Date,
): Promise<void> {
  const isOver = code === 'pin-failed' || code === 'pin-lost' || code === 'pin-other-cid'
  await db.pin.update({
    where: { id },
    data: {
      ...{ tries: tries + 1, dueAt: nextAt, errorCode: code, errorDetail: message },
      ...(isOver && { state: 'waiting', externalId: null }),
    },
  })
}
