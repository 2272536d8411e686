import { readSigning } from '#lib/provenance/adapters/credential-folder.ts'
import { signPicture } from '#lib/provenance/adapters/sign-picture.ts'
import type { SigningOrder } from '#lib/provenance/port.ts'
import { answerOrders } from '#scripts/threads/answer-orders.ts'

/** The keys are read for each picture: a rotation counts from the next one on. */
export type FolderOrder = SigningOrder & { dataDir: string }

answerOrders(({ dataDir, ...order }: FolderOrder) => signPicture(order, readSigning(dataDir)))
