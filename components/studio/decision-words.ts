import type { DecisionRecord } from '#lib/generation/executions/schema.ts'
import * as text from '#messages/studio/decision-words.ts'
import { clockWords, durationWords } from './duration-words.ts'
import { providerShort } from './provider-words.ts'

type Considered = DecisionRecord['considered'][number]
type Merits = Extract<Considered, { score: number }>

const isAble = (one: Considered): one is Merits => 'score' in one

/** Whether the first is ahead of all others by a good; `side` is 1 where less is better. */
function leads([first, ...others]: readonly Merits[], of: (one: Merits) => number, side: 1 | -1): boolean {
  return first !== undefined && others.every((other) => side * of(first) < side * of(other))
}

/** What a weight of at least a fifth of them all speaks for; without weights, all three. */
function goodsOf({ by }: DecisionRecord): { cost: boolean; speed: boolean; quality: boolean } {
  if (typeof by !== 'object') return { cost: true, speed: true, quality: true }
  const fifth = (by.cost + by.speed + by.quality) / 5
  return { cost: by.cost >= fifth, speed: by.speed >= fifth, quality: by.quality >= fifth }
}

/** In what counts, where the chosen one was ahead of all others that could. */
function leadOf(able: readonly Merits[], decision: DecisionRecord): string[] {
  const { cost, speed, quality } = goodsOf(decision)
  return [
    ...(cost && leads(able, ({ costMicroUsd }) => costMicroUsd, 1) ? [text.cheapest] : []),
    ...(speed && leads(able, ({ latencyMs }) => latencyMs, 1) ? [text.fastest] : []),
    ...(quality && leads(able, (one) => one.quality, -1) ? [text.mostPromising] : []),
  ]
}

/** Why the chosen one, among those that could. */
function choiceWords(decision: DecisionRecord): string {
  const { considered, trial, by } = decision
  if (by === 'creator') return text.byCreator
  const able = considered.filter(isAble)
  if (trial) return text.trial
  if (able.length === 1) return by === 'model' ? text.byModel : text.onlyOne
  const lead = leadOf(able, decision)
  return lead.length > 0 ? text.ahead(lead, able.length) : text.inBalance(able.length)
}

/** Why another was not asked; null for one that nobody asked for. */
function otherWords(one: Considered): string | null {
  const name = providerShort(one.provider)
  if (isAble(one)) return one.waitMs >= 1000 ? text.hadToWait(name, durationWords(one.waitMs)) : null
  if ('never' in one) return one.never === 'not-asked' ? null : text.never[one.never](name)
  const { failures = null, opensAtMs = null } = one
  return opensAtMs === null ? text.beingTried(name) : text.leftAlone(name, clockWords(opensAtMs), failures)
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
