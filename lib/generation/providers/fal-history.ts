import type { JsonCall } from '#lib/generation/adapters/json-call.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import { falInput } from './fal-models.ts'
import { historySchema, type Past } from './fal-wire.ts'

/** Pages of the history that are searched for a lost request, 100 each. */
const MOST_PAGES = 50

/** Seconds by which the provider's clock and ours may differ. */
const CLOCK_SKEW_SECONDS = 60

export type Lost = { model: string; recipe: Recipe; since: number; known: ReadonlySet<string> }

/** Whether every word of ours stands in the input; fal may have written its defaults beside them. */
export function isInputOf(recipe: Recipe, input: unknown): boolean {
  if (typeof input !== 'object' || input === null) return false
  const given = new Map<string, unknown>(Object.entries(input))
  return Object.entries(falInput(recipe)).every(([name, value]) => given.get(name) === value)
}

function pathOf(model: string, startSeconds: number, cursor: string | null): string {
  const query = new URLSearchParams({
    endpoint_id: model,
    start: new Date(startSeconds * 1000).toISOString(),
    expand: 'payloads',
    limit: '100',
    ...(cursor && { cursor }),
  })
  return `/models/requests/by-endpoint?${query}`
}

const sentAt = ({ sent_at }: Past) => Date.parse(sent_at ?? '')
const hasFailed = ({ status_code }: Past) => (status_code ?? 0) >= 400

/**
 * Whether a request may be the lost one by its time. The clocks may differ; but one that failed before ours was
 * sent is an earlier attempt of the same picture, and would hide the lost one that still runs.
 */
function isOpen(item: Past, { since, known }: Lost): boolean {
  if (known.has(item.request_id)) return false
  const sent = sentAt(item) / 1000
  if (sent < since - CLOCK_SKEW_SECONDS) return false
  return !(sent < since && hasFailed(item))
}

/** The latest of a page that was asked for by a recipe. */
function newestOf(items: readonly Past[], recipe: Recipe): Past | undefined {
  const ours = items.filter(({ json_input }) => isInputOf(recipe, json_input))
  return ours.toSorted((a, b) => sentAt(b) - sentAt(a))[0]
}

/**
 * Searches the account's history for a request whose submit was lost.
 * @returns null when the history is complete and has none
 * @throws ProviderError also when a request in it could be the one, for its input was not stored
 */
export async function findLost(call: JsonCall, lost: Lost): Promise<string | null> {
  const { model, recipe, since } = lost
  let cursor: string | null = null
  let hasUnknown = false
  for (let page = 0; page < MOST_PAGES; page++) {
    const path = pathOf(model, since - CLOCK_SKEW_SECONDS, cursor)
    const { items, next_cursor } = await call({ method: 'GET', path, shape: historySchema })
    const open = items.filter((item) => isOpen(item, lost))
    const found = newestOf(open, recipe)
    if (found) return found.request_id
    hasUnknown ||= open.some((item) => (item.json_input ?? null) === null && !hasFailed(item))
    if (!next_cursor) {
      if (!hasUnknown) return null
      throw new ProviderError({ kind: 'unknown-outcome' }, 'the history does not say what was asked for')
    }
    cursor = next_cursor
  }
  throw new ProviderError({ kind: 'unknown-outcome' }, 'the history is too long to search')
}
