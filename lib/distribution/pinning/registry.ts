import { type Env, LOCAL_CHAIN_ID } from '#lib/platform/env.ts'
import { kuboPinning } from './adapters/kubo.ts'
import { pinningService } from './adapters/pinning-service.ts'
import type { Pinning } from './port.ts'

type Settings = Pick<
  Env,
  'KUBO_URL' | 'KUBO_TOKEN' | 'PINNING_URL' | 'PINNING_TOKEN' | 'PUBLIC_URL' | 'CHAIN_ID'
>

/** This site as a service may fetch from it, as a multiaddress; none where nobody else reaches it. */
function originsOf({ PUBLIC_URL, CHAIN_ID }: Settings): string[] {
  const { protocol, hostname, port } = new URL(PUBLIC_URL)
  if (protocol !== 'https:' || CHAIN_ID === LOCAL_CHAIN_ID) return []
  return [`/dns/${hostname}/tcp/${port || '443'}/https`]
}

/** Everybody that this instance has pin what it publishes. A service is told to fetch from our node, where there is one. */
export function openPinning(settings: Settings): Pinning[] {
  const { KUBO_URL, KUBO_TOKEN, PINNING_URL, PINNING_TOKEN } = settings
  const kubo = KUBO_URL ? kuboPinning({ url: KUBO_URL, token: KUBO_TOKEN }) : null
  const origins = async () => [
    ...originsOf(settings),
    // Without them it still finds the node, only later.
    ...((await kubo?.addresses().catch(() => [])) ?? []),
  ]
  return [
    ...(kubo ? [kubo] : []),
    ...(PINNING_URL && PINNING_TOKEN
      ? [pinningService({ url: PINNING_URL, token: PINNING_TOKEN, origins })]
      : []),
  ]
}
