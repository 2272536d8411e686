/** Something that money is spent for, with what bounds it. */
export type BudgetLine = {
  scope: 'provider' | 'round'
  key: string
  /** Millionths of a US dollar; null when nothing bounds it. */
  limitMicroUsd: number | null
}

/** The key of a provider's spending in the calendar month (UTC) of a moment. */
export const monthKey = (provider: string, at: Date): string => `${provider}:${at.toISOString().slice(0, 7)}`

type Standing = { limitMicroUsd: number | null; reservedMicroUsd: number; spentMicroUsd: number }

/** What may still be set aside; infinite when nothing bounds it. */
export function leftOf({ limitMicroUsd, reservedMicroUsd, spentMicroUsd }: Standing): number {
  if (limitMicroUsd === null) return Number.POSITIVE_INFINITY
  return Math.max(0, limitMicroUsd - reservedMicroUsd - spentMicroUsd)
}
