import type { Provider } from './port.ts'
import type { Providers } from './registry.ts'
import type { RoutingPolicy } from './routing/policy.ts'

type Setting = { volunteers: boolean; routing: Pick<RoutingPolicy, 'privacy' | 'outputs' | 'without'> }

/** Whether a provider may be asked in a round: as far as its policy lets prompts go, and under its terms. */
export function mayRender(
  provider: Pick<Provider, 'id' | 'capabilities' | 'terms'>,
  round: Setting,
): boolean {
  const { privacy } = provider.capabilities()
  const { routing } = round
  if (routing.without.includes(provider.id)) return false
  if (privacy === 'strangers' && !(round.volunteers && routing.privacy === 'strangers')) return false
  if (privacy === 'provider' && routing.privacy === 'this-server') return false
  return routing.outputs === 'any' || provider.terms.outputs === 'any-use'
}

/** Whether it makes nothing and takes finished works. */
export const takesWork = ({ capabilities }: Pick<Provider, 'capabilities'>): boolean =>
  capabilities().inputs?.work !== undefined

/** The provider by whose model a recipe is written before it is known who will make the picture. */
export const firstFor = (providers: Providers, round: Setting): Provider | null =>
  providers.list().find((provider) => mayRender(provider, round) && !takesWork(provider)) ?? null
