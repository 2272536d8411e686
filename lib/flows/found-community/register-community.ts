import { type Hex, TransactionReceiptNotFoundError } from 'viem'
import { type Community, isOurCollection } from '#lib/communities/data.ts'
import { insertCommunity } from '#lib/communities/mutations.ts'
import type { RegisterCommunity } from '#lib/communities/schema.ts'
import { readPast } from '#lib/flows/follow-chain/follow-chain.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { requireUsable } from '#lib/flows/usable-strategies.ts'
import { AppError } from '#lib/platform/errors.ts'
import { readRoles } from '#lib/platform/roles.ts'
import { LICENCES } from '#lib/protocol/licences.ts'
import { readBlockMarks } from '#lib/rounds/chain/data.ts'
import { insertEvents, lockChain } from '#lib/rounds/chain/mutations.ts'
import * as words from '#messages/flows/found-community/register-community.ts'

async function deployedIn(services: Services, txHash: Hex, collection: Hex): Promise<number> {
  const receipt = await services.chain.getTransactionReceipt({ hash: txHash }).catch((error: unknown) => {
    if (error instanceof TransactionReceiptNotFoundError) return null
    throw new AppError('chain-unavailable', { cause: error })
  })
  if (receipt?.status !== 'success')
    throw new AppError('collection-invalid', {
      fields: { deployTx: words.noTransaction },
    })
  // A Safe deploys through a factory: then the receipt names no contract, and the code decides alone.
  const made = receipt.contractAddress?.toLowerCase()
  if (made && made !== collection)
    throw new AppError('collection-invalid', { fields: { deployTx: words.otherContract } })
  return Number(receipt.blockNumber)
}

/** @throws AppError rules-invalid for what no round of the community could use */
function requireLicence({ licence }: Pick<RegisterCommunity, 'licence'>): void {
  if (!LICENCES.some(({ id }) => id === licence))
    throw new AppError('rules-invalid', { fields: { licence: words.noLicence } })
}

/**
 * Registers a deployed Collection: its code must be this version's, its director the one who asks,
 * its operator this instance's. Events it emitted so far are read before it is listed.
 * @throws AppError collection-invalid, rules-invalid, operator-mismatch, not-director, community-exists
 */
export async function registerCommunity(
  services: Services,
  input: RegisterCommunity,
  actor: string,
): Promise<Community> {
  const { chain, chainId } = services
  const { deployTx, ...founding } = input
  const deployBlock = await deployedIn(services, deployTx, founding.collection)
  if (!(await isOurCollection(chain, chainId, founding.collection)))
    throw new AppError('collection-invalid', { fields: { collection: words.otherCode } })
  requireLicence(founding)
  await requireUsable(services, founding.strategies, founding.collection)
  const roles = await readRoles(chain, founding.collection)
  if (roles.operator !== services.operator().address.toLowerCase()) throw new AppError('operator-mismatch')
  for (;;) {
    const [cursor] = await readBlockMarks(services.db, chainId, 1)
    const place = { address: founding.collection, deployBlock }
    const events = cursor ? await readPast(services, place, cursor) : []
    if (events === null) continue
    const community = await write(services, actor, async (ctx) => {
      await lockChain({ ctx, input: { chainId } })
      const [now] = await readBlockMarks(ctx.tx, chainId, 1)
      if (now?.hash !== cursor?.hash) return null
      await insertEvents({ ctx, input: { chainId, events } })
      return insertCommunity({ ctx, input: { ...founding, chainId, deployBlock, roles } })
    })
    if (community) return community
  }
}
