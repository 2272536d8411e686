import type { ReactNode } from 'react'
import { Check, type Verdict } from '#components/ui/check.tsx'
import { Hash } from '#components/ui/hash.tsx'

export type ChecklistItem = { key: string; verdict: Verdict; text: ReactNode; hash?: string }

/** What must hold before an act that cannot be undone. `small` stands in a side column. */
export function Checklist({ items, small = false }: { items: readonly ChecklistItem[]; small?: boolean }) {
  return (
    <ul className={small ? 'border-fg border-t text-13' : 'border-line border-b text-15'}>
      {items.map(({ key, verdict, text, hash }) => (
        <li
          key={key}
          className={`grid items-baseline border-line ${small ? 'grid-cols-[22px_minmax(0,1fr)] border-t py-1.5 first:border-0' : 'grid-cols-[26px_minmax(0,1fr)_auto] gap-y-1 border-t py-[9px]'} ${verdict === 'broken' ? 'bg-wash' : ''}`}
        >
          <Check verdict={verdict} className="translate-y-[2px]" />
          <span>{text}</span>
          {hash && (
            <span className={small ? 'col-start-2' : ''}>
              <Hash value={hash} align={small ? 'start' : 'end'} quiet />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
