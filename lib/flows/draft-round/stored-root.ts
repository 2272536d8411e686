import type { Services } from '#lib/flows/services.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'

/**
 * The root that a round's pictures are signed below, as its rules name it; under that hash it lies in the store, where
 * /ipfs and the round's bundle find it.
 * @throws AppError credentials-unusable
 */
export async function storedRoot({
  storage,
  rootCertificate,
}: Pick<Services, 'storage' | 'rootCertificate'>): Promise<Bytes32> {
  return `0x${await storage.put(await rootCertificate())}`
}
