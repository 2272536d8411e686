import type { BudgetStanding } from '#lib/generation/executions/schema.ts'
import * as text from '#messages/studio/spend-words.ts'
import { dollars } from './money-words.ts'

/** How a budget stands: "$0.84 of $5.00 spent, $0.12 set aside for what is under way." */
export function spendSentence({ limitMicroUsd, reservedMicroUsd, spentMicroUsd }: BudgetStanding): string {
  const [spent, aside] = [spentMicroUsd, reservedMicroUsd].map((sum) => (sum > 0 ? dollars(sum) : null))
  if (limitMicroUsd === null) return text.unbounded(spent ?? null, aside ?? null)
  return text.bounded(spent ?? null, dollars(limitMicroUsd), aside ?? null)
}

/** Shares of the bound that are spent and set aside, of a thousand; null when nothing bounds it. */
export function spendShares({
  limitMicroUsd,
  reservedMicroUsd,
  spentMicroUsd,
}: BudgetStanding): { spent: number; reserved: number } | null {
  if (limitMicroUsd === null) return null
  const permille = (microUsd: number) =>
    limitMicroUsd === 0 ? 1000 : Math.min(1000, Math.round((microUsd / limitMicroUsd) * 1000))
  const spent = permille(spentMicroUsd)
  return { spent, reserved: Math.min(1000 - spent, permille(reservedMicroUsd)) }
}
