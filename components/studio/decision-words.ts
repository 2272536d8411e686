import type { DecisionRecord } from '#lib/generation/executions/schema.ts'
import * as text from '#messages/studio/decision-words.ts'
import { clockWords } from './duration-words.ts'
import { providerShort } from './provider-words.ts'

type Considered = DecisionRecord['considered'][number]
type Merits = Extract<Considered, { score: number }>

const isAble = (one: Considered): one is Merits => 'score' in one

/** Whether the first is ahead of all others by a good; `side` is 1 where less is better. */
function leads([first, ...others]: readonly Merits[], of: (one: Merits) => number, side: 1 | -1): boolean {
  return first !== undefined && others.every((other) => side * of(first) < side * of(other))
}

/** In what the chosen one was ahead of all others that could: what is drawn counts only where nothing is sure. */
function leadOf(able: readonly Merits[]): string[] {
  const sure = [
    ...(leads(able, ({ costMicroUsd }) => costMicroUsd, 1) ? [text.cheapest] : []),
    ...(leads(able, ({ latencyMs }) => latencyMs, 1) ? [text.fastest] : []),
  ]
  if (sure.length > 0) return sure
  return leads(able, ({ quality }) => quality, -1) ? [text.mostPromising] : []
}

/** Why the chosen one, among those that could. */
function choiceWords({ considered, trial }: DecisionRecord): string {
  const able = considered.filter(isAble)
  const others = considered.length - able.length
  const asked = considered.every((one) => isAble(one) || ('never' in one && one.never === 'not-asked'))
  if (trial) return text.trial
  if (able.length === 1) return others > 0 && asked ? text.askedFor : text.onlyOne
  const lead = leadOf(able)
  return lead.length > 0 ? text.ahead(lead, able.length) : text.inBalance(able.length)
}

/** Why another was not asked; null for one that nobody asked for. */
function otherWords(one: Considered): string | null {
  if (isAble(one)) return null
  const name = providerShort(one.provider)
  if ('never' in one) return one.never === 'not-asked' ? null : text.never[one.never](name)
  const until = clockWords(one.until)
  if (one.because === 'breaker') return text.leftAlone(name, until, one.failures ?? null)
  return one.because === 'full' ? text.full(name) : text.tookNoMore(name, until)
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

/**
 * Why a picture went where it went: "Cheapest of three that could; fal was left alone until 12:04:10, because it
 * failed three times." Times are UTC.
 */
export function decisionWords(decision: DecisionRecord): string {
  return sentence(
    [choiceWords(decision), ...decision.considered.flatMap((one) => otherWords(one) ?? [])].join('; '),
  )
}
