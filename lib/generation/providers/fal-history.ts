import type { JsonCall } from '#lib/generation/adapters/json-call.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import { falInput } from './fal-models.ts'
import { historySchema } from './fal-wire.ts'

/** Pages of the history that are searched for a lost request, 100 each. */
const MOST_PAGES = 50

/** Seconds by which the provider's clock and ours may differ. */
const CLOCK_SKEW_SECONDS = 60

export type Lost = { model: string; recipe: Recipe; since: number; known: ReadonlySet<string> }

type Item = { request_id: string; sent_at?: string | null | undefined; json_input?: unknown }

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

const sentAt = ({ sent_at }: Item) => Date.parse(sent_at ?? '')

/** The latest of a page that was asked for by a recipe. */
function newestOf(items: readonly Item[], recipe: Recipe): Item | undefined {
  const ours = items.filter(({ json_input }) => isInputOf(recipe, json_input))
  return ours.toSorted((a, b) => sentAt(b) - sentAt(a))[0]
}

/**
 * Searches the account's history for a request whose submit was lost.
 * @returns null when the history is complete and has none
 * @throws ProviderError also when a request in it could be the one, for its input was not stored
 */
export async function findLost(
  call: JsonCall,
  { model, recipe, since, known }: Lost,
): Promise<string | null> {
  const earliest = since - CLOCK_SKEW_SECONDS
  let cursor: string | null = null
  let hasUnknown = false
  for (let page = 0; page < MOST_PAGES; page++) {
    const path = pathOf(model, earliest, cursor)
    const { items, next_cursor } = await call({ method: 'GET', path, shape: historySchema })
    const open = items.filter((item) => !known.has(item.request_id) && !(sentAt(item) < earliest * 1000))
    const found = newestOf(open, recipe)
    if (found) return found.request_id
    hasUnknown ||= open.some(({ json_input }) => json_input === undefined || json_input === null)
    if (!next_cursor) {
      if (!hasUnknown) return null
      throw new ProviderError({ kind: 'unknown-outcome' }, 'the history does not say what was asked for')
    }
    cursor = next_cursor
  }
  throw new ProviderError({ kind: 'unknown-outcome' }, 'the history is too long to search')
}
