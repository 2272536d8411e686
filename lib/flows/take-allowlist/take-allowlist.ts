import { keepAllowlist } from '#lib/ballots/allowlists/mutations.ts'
import type { KeptAllowlist } from '#lib/ballots/schema.ts'
import { findCommunity } from '#lib/communities/data.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { AppError } from '#lib/platform/errors.ts'
import { readRoles } from '#lib/platform/roles.ts'
import { readAllowlist } from '#lib/protocol/allowlist.ts'
import { listFile, readListText } from '#lib/protocol/allowlist-text.ts'
import * as words from '#messages/flows/take-allowlist/take-allowlist.ts'
import { listFaults } from '#messages/studio/list-faults.ts'

/** Bytes of a list as it is sent: a million rows. */
export const MAX_LIST_BYTES = 128 * 2 ** 20

type Given = { community: string; text: string }

/**
 * Keeps a list that a round may count, for the director of a community.
 * @throws AppError community-unknown, not-director, allowlist-invalid with the lines at fault as fields
 */
export async function takeAllowlist(
  services: Services,
  { community: slug, text }: Given,
  actor: string,
): Promise<KeptAllowlist> {
  const community = await findCommunity(services.db, slug)
  if (!community) throw new AppError('community-unknown')
  const roles = await readRoles(services.chain, community.collection)
  if (roles.director !== actor) throw new AppError('not-director')
  const { rows, faults, faultCount } = readListText(text)
  if (faultCount > 0)
    throw new AppError('allowlist-invalid', {
      detail: words.faultyLines(faultCount),
      fields: Object.fromEntries(
        faults.map(({ line, code, value }) => [`line ${line}`, listFaults[code](value)]),
      ),
    })
  const list = readAllowlist(listFile(rows))
  const blob = await services.storage.put(list.bytes)
  await write(services, actor, (ctx) =>
    keepAllowlist({ ctx, input: { list, blob, communityId: community.id } }),
  )
  return { root: list.root, rows: list.rows }
}
