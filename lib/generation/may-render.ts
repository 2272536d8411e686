import type { Provider } from './port.ts'

/** Whether a provider may be asked in a round: strangers only where the director lets them. */
export function mayRender(provider: Pick<Provider, 'capabilities'>, round: { volunteers: boolean }): boolean {
  return round.volunteers || provider.capabilities().privacy !== 'strangers'
}
