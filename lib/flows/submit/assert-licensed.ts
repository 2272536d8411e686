import { licenceRefusal } from '#lib/flows/generate/licence-refusal.ts'
import { AppError } from '#lib/platform/errors.ts'

/**
 * What a picture would be made of allows what its round promises, as far as that is known before it is made.
 * @throws AppError licence-conflict, parent-licence
 */
export async function assertLicensed(...made: Parameters<typeof licenceRefusal>): Promise<void> {
  const refusal = await licenceRefusal(...made)
  if (refusal) throw new AppError(refusal.code, { detail: refusal.detail })
}
