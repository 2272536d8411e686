import 'server-only'
import { isSeeding } from '#lib/flows/api/health.ts'
import { operatorAccount } from '#lib/platform/chain.ts'
import { readClock } from '#lib/platform/clock.ts'
import { db } from '#lib/platform/db.ts'
import { env, LOCAL_CHAIN_ID } from '#lib/platform/env.ts'

/** What pages may know of this instance: the home chain, the operator's address, nothing secret. */
export function siteView() {
  const source = env()
  return {
    chain: {
      id: source.CHAIN_ID,
      name: source.CHAIN_NAME,
      currency: source.CHAIN_CURRENCY,
      explorer: source.CHAIN_EXPLORER ?? null,
      walletConnectProjectId: source.WALLETCONNECT_PROJECT_ID ?? null,
    },
    local: source.CHAIN_ID === LOCAL_CHAIN_ID,
    operator: source.OPERATOR_PRIVATE_KEY ? operatorAccount(source).address.toLowerCase() : null,
    origin: source.PUBLIC_URL,
  }
}

/** Unix seconds of the instance's clock. */
export async function siteNow(): Promise<number> {
  return (await readClock(db())).now()
}

/** Whether the demo's rounds are still being made. */
export async function siteSeeding(): Promise<boolean> {
  return isSeeding(env().VERSO_DATA)
}
