import { z } from 'zod'
import { causeOf, type Finding, note, ok, wrong } from './finding.ts'

const ABOUT = 'PUBLIC_URL'
const FAR_BEHIND = 30
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

const answerSchema = z.object({
  database: z.boolean(),
  chain: z.boolean(),
  chainId: z.number(),
  blocksBehind: z.number().nullable(),
  operator: z.string().nullable(),
})

function checkAddress(publicUrl: string): Finding | null {
  const { protocol, hostname } = new URL(publicUrl)
  if (protocol === 'https:' || LOOPBACK.has(hostname)) return null
  return wrong(ABOUT, 'It is not https, and wallets refuse to sign in there.', 'Put TLS before the app.')
}

/** The app answers where people look for it, on the same chain with the same key, and a worker follows. */
export async function checkSite(
  settings: { publicUrl: string; chainId: number; operator: string | null; communities: number },
  timeoutMs = 5_000,
): Promise<Finding[]> {
  const address = checkAddress(settings.publicUrl)
  const found = address ? [address] : []
  const url = new URL('/api/v1/health', settings.publicUrl)
  let answer: z.infer<typeof answerSchema>
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
    answer = answerSchema.parse(await response.json())
  } catch (error) {
    return [
      ...found,
      note(
        ABOUT,
        `Verso does not answer there: ${causeOf(error)}`,
        'Start it: npm start, and the proxy before it.',
      ),
    ]
  }
  found.push(ok(ABOUT, `Verso answers at ${settings.publicUrl}.`))
  if (answer.chainId !== settings.chainId)
    found.push(
      wrong('CHAIN_ID', `The running app is on chain ${answer.chainId}.`, 'Start it with this environment.'),
    )
  if (answer.operator?.toLowerCase() !== settings.operator?.toLowerCase())
    found.push(
      wrong('OPERATOR_PRIVATE_KEY', 'The running app has another.', 'Start it with this environment.'),
    )
  if (answer.blocksBehind === null && settings.communities === 0)
    return [...found, note('worker', 'Without a community there is nothing to follow, so none is seen.')]
  if (answer.blocksBehind === null || answer.blocksBehind > FAR_BEHIND) {
    const behind =
      answer.blocksBehind === null ? 'No block was read yet' : `${answer.blocksBehind} blocks behind`
    found.push(wrong('worker', `${behind}: no worker follows the chain.`, 'Start one: npm run worker.'))
  } else found.push(ok('worker', `It follows the chain, ${answer.blocksBehind} blocks behind.`))
  return found
}
