import { AppError } from '#lib/platform/errors.ts'

/** For providers that send no webhooks. @throws AppError webhook-forged */
export async function refuseWebhook(): Promise<never> {
  throw new AppError('webhook-forged', { detail: 'this provider sends no webhooks' })
}
