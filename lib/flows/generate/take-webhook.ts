import { write } from '#lib/flows/services.ts'
import { deliveryIsKnown, findReportedTask, type Task } from '#lib/generation/data.ts'
import { recordDelivery } from '#lib/generation/mutations.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { GenerationServices } from './generation-services.ts'
import { toldRecipe } from './private-words.ts'

type Delivery = { provider: string; rawBody: string; headers: Headers; idempotencyKey: string | null }

/** `taken` once; the same delivery again is `repeated`; a report on a run that is not ours is `unrelated`. */
export type Taken = 'taken' | 'repeated' | 'unrelated'

/**
 * Takes a provider's report. It only says that there is something to look at: the worker asks the provider
 * itself, so a report that lies about its content changes nothing.
 * @throws AppError provider-unknown, webhook-forged, webhook-stale
 */
export async function takeWebhook(services: GenerationServices, delivery: Delivery): Promise<Taken> {
  const provider = services.providers.find(delivery.provider)
  if (!provider?.capabilities().webhook) throw new AppError('provider-unknown')
  const receivedAt = Math.floor(services.wall().getTime() / 1000)
  const event = await provider.parseWebhook(delivery.rawBody, delivery.headers, receivedAt)
  if (await deliveryIsKnown(services.db, provider.id, event.deliveryId)) return 'repeated'
  const { externalId } = event.run
  const reported = { provider: provider.id, externalId, idempotencyKey: delivery.idempotencyKey }
  const found = await findReportedTask(services.db, reported)
  // The key in the address is not signed: the run must have been made by this very recipe.
  const isOurs = async (asked: Task) =>
    asked.externalId === externalId || event.isFor(await toldRecipe(services.db, asked))
  const task = found && (await isOurs(found)) ? found : null
  const input = { provider: provider.id, deliveryId: event.deliveryId, task, externalId }
  const noted = await write(services, provider.id, (ctx) => recordDelivery({ ctx, input }))
  if (!noted) return 'repeated'
  if (!task) return 'unrelated'
  await services.ring('render', task.id)
  return 'taken'
}
