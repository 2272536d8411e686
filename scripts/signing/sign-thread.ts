import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { readSigning } from '#lib/provenance/adapters/credential-folder.ts'
import { fingerprintOf } from '#lib/provenance/adapters/root-certificate.ts'
import { signPicture } from '#lib/provenance/adapters/sign-picture.ts'
import type { SignedPicture, SigningOrder, Unsigned } from '#lib/provenance/port.ts'
import { answerOrders } from '#scripts/threads/answer-orders.ts'

export type FolderOrder = SigningOrder & { dataDir: string }

// The keys are read for each picture: a rotation counts from the next one on.
answerOrders(async ({ dataDir, ...order }: FolderOrder): Promise<SignedPicture | Unsigned> => {
  const keys = readSigning(dataDir)
  const { c2paRoot } = order.record.round
  return c2paRoot === ZERO_BYTES32 || c2paRoot === `0x${fingerprintOf(keys.root)}`
    ? signPicture(order, keys)
    : { unsigned: 'other-root' }
})
