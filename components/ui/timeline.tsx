import * as text from '#messages/ui/timeline.ts'

export type TimelineState = { label: string; when: string; state: 'done' | 'next' | 'to come' }

const POINT = {
  done: 'size-[13px] top-[2px] border-[1.5px] border-fg bg-fg',
  next: 'size-[17px] top-0 border-2 border-fg bg-ground max-band:-left-0.5',
  'to come': 'size-[13px] top-[2px] border-[1.5px] border-edge bg-ground',
} as const

const RULE = {
  done: 'before:border-fg max-band:before:border-l-3 max-band:before:left-[5px] band:before:top-[7px] band:before:border-t-3',
  next: 'before:border-edge max-band:before:border-l band:before:border-t',
  'to come': 'before:border-edge max-band:before:border-l band:before:border-t',
} as const

/** What was, what is next, what will come. `now` stands on the way between the last done and the next, while there is one. */
export function Timeline({ states, now }: { states: readonly TimelineState[]; now?: string }) {
  const last = states.findLastIndex(({ state }) => state === 'done')
  return (
    <ol className="mt-1.5 flex max-band:flex-col">
      {states.map((item, index) => (
        <li
          key={item.label}
          className={`relative flex-1 text-13 before:absolute max-band:pb-3 max-band:pl-7 max-band:before:top-2 max-band:before:bottom-[-8px] max-band:before:left-1.5 band:pt-[26px] band:pr-2 band:before:inset-x-0 band:before:top-2 last:before:hidden ${RULE[item.state]}`}
        >
          <i aria-hidden="true" className={`absolute left-0 ${POINT[item.state]}`} />
          {now && index === last && last < states.length - 1 && (
            <span className="text-12 text-second leading-one band:absolute band:-top-2 band:right-[9%] band:h-[22px] band:border-fg band:border-r band:pr-1.5 max-band:absolute max-band:right-0">
              {now}
            </span>
          )}
          <span className={item.state === 'to come' ? 'text-second' : 'font-figure'}>{item.label}</span>
          <span className="sr-only">{text.states[item.state]}</span>
          <span className="text-second max-band:ml-2 band:block">{item.when}</span>
        </li>
      ))}
    </ol>
  )
}
