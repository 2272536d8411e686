import 'server-only'
import { queueAt } from '#lib/generation/data.ts'
import { providers } from '#lib/generation/registry.ts'
import type { VolunteerQueue } from '#lib/generation/schema.ts'
import { db } from '#lib/platform/db.ts'

/** Works of a round that are with volunteers now. */
export async function volunteerQueue(roundRowId: string): Promise<VolunteerQueue> {
  const strangers = providers()
    .list()
    .filter((provider) => provider.capabilities().privacy === 'strangers')
  return queueAt(
    db(),
    roundRowId,
    strangers.map(({ id }) => id),
  )
}
