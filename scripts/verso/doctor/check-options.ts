import { curveName } from '#crypto'
import type { Env } from '#lib/platform/env.ts'
import { causeOf, type Finding, note, ok, wrong } from './finding.ts'

const PROJECT_ID = /^[0-9a-f]{32}$/

export function checkWalletConnect(id: string | undefined): Finding {
  const about = 'WALLETCONNECT_PROJECT_ID'
  if (!id) return note(about, 'It is not set: wallets in the browser only, no wallets on a phone.')
  if (PROJECT_ID.test(id)) return ok(about, 'Phone wallets are offered.')
  return wrong(about, 'A project id has 32 hex digits.', 'Copy it again from your WalletConnect project.')
}

/** Which code recovers the signers of ballots; both give the same answers. */
export async function checkCurve(): Promise<Finding> {
  if ((await curveName()) === 'native') return ok('Signatures', 'Native code checks them.')
  return note('Signatures', 'WebAssembly checks them, at half the speed: this platform has no native code.')
}

type ReplicateSettings = Pick<
  Env,
  'REPLICATE_API_TOKEN' | 'REPLICATE_BASE_URL' | 'REPLICATE_MODEL' | 'REPLICATE_WEBHOOK_SECRET'
>

/** Asks with the token for the model, which costs nothing. */
export async function checkReplicate(settings: ReplicateSettings, timeoutMs = 10_000): Promise<Finding[]> {
  const about = 'REPLICATE_API_TOKEN'
  const { REPLICATE_API_TOKEN: token, REPLICATE_MODEL: model } = settings
  if (!token) return [note(about, 'It is not set: the procedural artist makes the pictures.')]
  const webhook = settings.REPLICATE_WEBHOOK_SECRET
    ? ok('REPLICATE_WEBHOOK_SECRET', 'Answers that Replicate sends are checked against it.')
    : note('REPLICATE_WEBHOOK_SECRET', 'It is not set: pictures are asked for, and come some seconds later.')
  const [name] = model.split(':')
  try {
    const response = await fetch(`${settings.REPLICATE_BASE_URL}/models/${name}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
    if (response.status === 401 || response.status === 403)
      return [wrong(about, 'Replicate refuses it.', 'Make a new token in your account.'), webhook]
    if (response.status === 404)
      return [wrong('REPLICATE_MODEL', `Replicate has no ${model}.`, 'Write it as owner/name.'), webhook]
    if (!response.ok)
      return [note(about, `Replicate answered ${response.status}.`, 'Try again later.'), webhook]
    return [ok(about, `Replicate takes it, and has ${model}.`), webhook]
  } catch (error) {
    return [wrong(about, `Replicate does not answer: ${causeOf(error)}`, 'Check the way out to it.'), webhook]
  }
}
