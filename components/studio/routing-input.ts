import type { RoundView, SetRouting } from '#lib/rounds/schema.ts'
import * as text from '#messages/studio/routing-input.ts'

type Routing = RoundView['routing']
export type RoutingField =
  | 'prefer'
  | 'cost'
  | 'speed'
  | 'quality'
  | 'privacy'
  | 'outputs'
  | 'without'
  | 'budget'
/** As typed and chosen; `without` is ids with spaces between them. */
export type RoutingValues = Record<RoutingField, string>
export type RoutingErrors = Partial<Record<RoutingField, string>>

const GOODS = ['cost', 'speed', 'quality'] as const
/** What own weights begin with: a little of everything. */
const BEGIN = { cost: 400, speed: 300, quality: 300 }

const MICRO = 1_000_000
const AMOUNT = /^(\d{1,7})(?:[.,](\d{1,6}))?$/

/** Millionths of a dollar in the digits that a field holds, without a thousands mark. */
function amountText(microUsd: number): string {
  const rest = String(microUsd % MICRO)
    .padStart(6, '0')
    .replace(/0+$/, '')
  const whole = String(Math.floor(microUsd / MICRO))
  return rest === '' ? whole : `${whole}.${rest.padEnd(2, '0')}`
}

/** Null without a bound, undefined for what is no amount. */
function amountOf(typed: string): number | null | undefined {
  const trimmed = typed.trim().replace(/^\$\s*/, '')
  if (trimmed === '') return null
  const [, whole, rest = ''] = AMOUNT.exec(trimmed) ?? []
  return whole === undefined ? undefined : Number(whole) * MICRO + Number(rest.padEnd(6, '0'))
}

/** What the form shows of a round as it is set. */
export function routingValues(
  { prefer, privacy, outputs, without }: Routing,
  budgetMicroUsd: number | null,
): RoutingValues {
  const weights = typeof prefer === 'string' ? BEGIN : prefer
  return {
    prefer: typeof prefer === 'string' ? prefer : 'own',
    cost: String(weights.cost / 10),
    speed: String(weights.speed / 10),
    quality: String(weights.quality / 10),
    privacy,
    outputs,
    without: without.join(' '),
    budget: budgetMicroUsd === null ? '' : amountText(budgetMicroUsd),
  }
}

type Weights = Exclude<Routing['prefer'], string>

/** Hundredths as typed, in thousandths. */
function weightsOf(values: RoutingValues): Weights | RoutingErrors {
  const errors: RoutingErrors = {}
  const weights = { cost: 0, speed: 0, quality: 0 }
  for (const good of GOODS) {
    const typed = values[good].trim().replace(',', '.')
    const permille = typed === '' ? 0 : Math.round(Number(typed) * 10)
    if (permille >= 0 && permille <= 1000) weights[good] = permille
    else errors[good] = text.upToHundred
  }
  if (Object.keys(errors).length > 0) return errors
  return weights.cost + weights.speed + weights.quality > 0 ? weights : { cost: text.oneCounts }
}

type Read = { ok: true; input: Omit<SetRouting, 'id'> } | { ok: false; errors: RoutingErrors }

const isWeights = (read: Weights | RoutingErrors): read is Weights => typeof read.cost === 'number'

/** Reads the form; every field that does not hold says what it needs. */
export function routingInput(values: RoutingValues): Read {
  const weights = values.prefer === 'own' ? weightsOf(values) : null
  const budgetMicroUsd = amountOf(values.budget)
  const errors = {
    ...(weights && !isWeights(weights) && weights),
    ...(budgetMicroUsd === undefined && { budget: text.dollars }),
  }
  if (budgetMicroUsd === undefined || Object.keys(errors).length > 0) return { ok: false, errors }
  const prefer = weights && isWeights(weights) ? weights : (values.prefer as 'cheapest')
  const { privacy, outputs } = values as Pick<Routing, 'privacy' | 'outputs'>
  const without = values.without.split(' ').filter(Boolean)
  return { ok: true, input: { prefer, privacy, outputs, without, budgetMicroUsd } }
}
