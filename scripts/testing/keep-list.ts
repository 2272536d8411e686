import { keepAllowlist } from '#lib/ballots/allowlists/mutations.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { type Allowlist, type AllowlistRow, readAllowlist } from '#lib/protocol/allowlist.ts'
import { jsonLines } from '#lib/protocol/canonical.ts'

/** Keeps a list in an instance, rows in any order. */
export async function keepList(services: Services, rows: readonly AllowlistRow[]): Promise<Allowlist> {
  const list = readAllowlist(jsonLines(rows.toSorted((a, b) => (a.account < b.account ? -1 : 1))))
  const blob = await services.storage.put(list.bytes)
  await write(services, 'test', (ctx) => keepAllowlist({ ctx, input: { list, blob, communityId: 'none' } }))
  return list
}
