import { lastCollection } from '#lib/distribution/collections/data.ts'
import { countPins } from '#lib/distribution/pinning/data.ts'
import type { Db } from '#lib/platform/db.ts'
import { type Finding, note, ok } from './finding.ts'

/** What the nightly collection and the pinning have come to. */
export async function checkUpkeep(db: Db): Promise<Finding[]> {
  const [last, pins] = await Promise.all([lastCollection(db), countPins(db)])
  const collection = last?.isHeldBack
    ? note(
        'collection',
        `On ${last.day} most of what is stored belonged to no row, and nothing was deleted.`,
        'Is this the database of this store? npm run verso -- collect counts.',
      )
    : last && ok('collection', `On ${last.day} ${last.deleted ?? 0} files that nobody names were deleted.`)
  const kept = pins.map(({ service, pinned, all, failing }) =>
    failing
      ? note(
          'IPFS',
          `${service} keeps ${pinned} of ${all} files; the last failure: ${failing}`,
          'It is tried again.',
        )
      : ok('IPFS', `${service} keeps ${pinned} of ${all} files.`),
  )
  return [...(collection ? [collection] : []), ...kept]
}
