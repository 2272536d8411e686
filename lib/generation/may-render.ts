import type { RoundTerms } from '#lib/protocol/model-licences.ts'
import { modelConflict } from './licensing/resolve-licence.ts'
import type { Provider } from './port.ts'
import type { Providers } from './registry.ts'
import type { RoutingPolicy } from './routing/policy.ts'

type Setting = {
  volunteers: boolean
  routing: Pick<RoutingPolicy, 'privacy' | 'outputs' | 'without'>
  rules: { licence: { id: string } }
}

/** What a round promises of its works. */
export const termsOfRound = ({ rules, routing }: Pick<Setting, 'rules' | 'routing'>): RoundTerms => ({
  licence: rules.licence.id,
  outputs: routing.outputs,
})

/** Whether a round's policy lets a provider in, whatever its terms are. */
export function isLetIn(provider: Pick<Provider, 'id' | 'capabilities'>, round: Setting): boolean {
  const { privacy } = provider.capabilities()
  const { routing } = round
  if (routing.without.includes(provider.id)) return false
  if (privacy === 'strangers' && !(round.volunteers && routing.privacy === 'strangers')) return false
  return privacy !== 'provider' || routing.privacy !== 'this-server'
}

/** A round as private words see it: they do not go to volunteers' computers. */
export const withoutVolunteers = <R extends Setting>(round: R): R => ({ ...round, volunteers: false })

/** Whether a provider may be asked in a round: as far as its policy lets prompts go, and under its terms. */
export const mayRender = (
  provider: Pick<Provider, 'id' | 'capabilities' | 'terms'>,
  round: Setting,
): boolean => isLetIn(provider, round) && modelConflict(provider.terms, termsOfRound(round)) === null

/** Whether it makes nothing and takes finished works. */
export const takesWork = ({ capabilities }: Pick<Provider, 'capabilities'>): boolean =>
  capabilities().inputs?.work !== undefined

/** The provider by whose model a recipe is written before it is known who will make the picture. */
export const firstFor = (providers: Providers, round: Setting): Provider | null =>
  providers.list().find((provider) => mayRender(provider, round) && !takesWork(provider)) ?? null
