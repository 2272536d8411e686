import type { Run, WebhookEvent } from '#lib/generation/port.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import { failureOfRun, type RunFailedError } from './fal-failure.ts'
import { type Output, outputSchema, problemSchema, type Report } from './fal-wire.ts'

/** The model that is asked, and what one of its pictures costs. */
export type Priced = { model: string; costMicroUsd: number }

/** A request that fal has taken. */
export function runWith(id: string, model: string, more: Partial<Run> = {}): Run {
  const facts = { request: id, model, ...more.facts }
  return { externalId: id, state: 'waiting', failure: null, outputs: [], costMicroUsd: null, ...more, facts }
}

type Finished = { id: string; output: Output; inferenceSeconds?: number | null | undefined }

/** A picture costs its price, also one that the safety checker has blackened: it was made. */
export function finishedRun(of: Priced, { id, output, inferenceSeconds }: Finished): Run {
  const { model, costMicroUsd } = of
  const facts = {
    ...(output.seed != null && { seed: String(output.seed) }),
    ...(inferenceSeconds != null && { inferenceMs: Math.round(inferenceSeconds * 1000) }),
  }
  if (output.has_nsfw_concepts?.[0]) {
    const failure = { failure: { kind: 'moderated' }, detail: 'the safety checker hid the picture' } as const
    return runWith(id, model, { state: 'failed', failure, costMicroUsd, facts })
  }
  const outputs = output.images.map(({ url }) => url)
  return runWith(id, model, { state: 'succeeded', outputs, costMicroUsd, facts })
}

export function failedRun(id: string, model: string, error: RunFailedError): Run {
  const failure = { failure: error.failure, detail: error.message }
  return runWith(id, model, { state: 'failed', failure, costMicroUsd: error.costMicroUsd })
}

/** Whether an output says of itself that it was asked for by a recipe: flux repeats prompt and seed. */
const isOutputOf = ({ template, seed }: Recipe, { prompt, seed: made }: Output) =>
  prompt === template.text && made != null && String(made) === seed

/** fal names the status of what the model answered: `Invalid status code: 422`. */
const statusIn = (error: string | null | undefined) => Number(/\b[45]\d\d\b/.exec(error ?? '')?.[0] ?? 500)

/** What a webhook says. One of a run that failed repeats nothing of what was asked, so it is told by its id alone. */
export function eventOf(of: Priced, { request_id: id, status, payload, error }: Report): WebhookEvent {
  if (status === 'ERROR') {
    const problem = problemSchema.safeParse(payload).data ?? {}
    const failed = failureOfRun(problem, statusIn(error))
    return { deliveryId: id, run: failedRun(id, of.model, failed), isFor: () => false }
  }
  const output = outputSchema.safeParse(payload).data ?? { images: [] }
  return {
    deliveryId: id,
    run: finishedRun(of, { id, output }),
    isFor: ({ recipe }) => isOutputOf(recipe, output),
  }
}
