import type { Provider } from '#lib/generation/port.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { openProviders, type Providers } from '#lib/generation/registry.ts'
import type { Env } from '#lib/platform/env.ts'
import { causeOf, type Finding, ok, wrong } from './finding.ts'

/** Volunteers are asked nothing before a director lets them in; Replicate has lines of its own. */
const LEFT_ALONE = new Set(['aihorde', 'replicate'])

async function look(provider: Provider): Promise<Finding> {
  const about = provider.id
  const model = provider.model.id
  try {
    const { server, models, waiting } = await provider.probe()
    if (models && !models.includes(model))
      return wrong(
        about,
        `${server} answers and has no ${model}.`,
        `It has ${models.slice(0, 5).join(', ') || 'none'}.`,
      )
    return ok(about, `${server} answers${waiting === null ? '' : `; ${waiting} wait there`}.`)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    const refused = error.failure.kind === 'auth'
    const next = refused ? 'Make a new key there.' : 'Is the address right, and does the server run?'
    return wrong(about, refused ? 'It refuses the key.' : `It does not answer: ${error.message}`, next)
  }
}

/** Shows that the address and the key of every other provider work; no picture is asked for. */
export async function checkProviders(settings: Env): Promise<Finding[]> {
  let all: Providers
  try {
    all = openProviders(settings)
  } catch (error) {
    return [wrong('providers', causeOf(error), 'docs/providers.md says what each of them needs.')]
  }
  const outside = all.list().filter(({ id, endpoint }) => endpoint !== null && !LEFT_ALONE.has(id))
  return Promise.all(outside.map(look))
}
