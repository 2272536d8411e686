import type { Db } from '#lib/platform/db.ts'

/** While `act` runs, the words of a round's only work cannot be read, so that its page fails. */
export async function whileWorkIsBroken(
  db: Db,
  slug: string,
  act: (path: string) => Promise<void>,
): Promise<void> {
  const work = await db.candidate.findFirstOrThrow({ where: { round: { slug } } })
  const write = (metadata: object) => db.candidate.update({ where: { id: work.id }, data: { metadata } })
  await write({ title: 7 })
  try {
    await act(`/rounds/${slug}/works/${work.contentHash.replace('sha256:', '')}`)
  } finally {
    await write(Object(work.metadata))
  }
}
