type BalanceBarProps = {
  /** In the order of the rows. */
  parts: readonly number[]
  budget: number
  /** "40 of 100 shared" */
  text: string
  aside: string
}

/** What of a budget is given away, in one bar; over it, the frame is heavier and the words say by how much. */
export function BalanceBar({ parts, budget, text, aside }: BalanceBarProps) {
  const spent = parts.reduce((sum, part) => sum + part, 0)
  const whole = Math.max(spent, budget, 1)
  const last = parts.findLastIndex((part) => part > 0)
  return (
    <div className="mt-3">
      <div className="flex justify-between gap-4 text-13">
        <p role="status" className="font-figure">
          {text}
        </p>
        <p className="text-second">{aside}</p>
      </div>
      <div
        aria-hidden="true"
        className={`mt-1.5 flex h-2.5 border-fg ${spent > budget ? 'border-2' : 'border'}`}
      >
        {parts.map((part, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity than their place
            key={index}
            className={`${part > 0 ? 'bg-fg' : ''} ${part > 0 && index < last ? 'border-ground border-r-2' : ''}`}
            style={{ width: `${(100 * part) / whole}%` }}
          />
        ))}
      </div>
    </div>
  )
}
