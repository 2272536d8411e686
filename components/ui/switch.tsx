'use client'

import * as text from '#messages/ui/switch.ts'

type SwitchProps = { label: string; on: boolean; onChange: (on: boolean) => void }

/** On or off, said in words beside it. */
export function Switch({ label, on, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      onClick={() => onChange(!on)}
      className="flex min-h-11 w-full cursor-pointer items-center justify-between gap-x-4 border-line border-t text-left text-13 text-second hover:bg-press"
    >
      <span>{label}</span>
      <span className="flex items-center gap-x-2 text-fg">
        <span
          aria-hidden="true"
          className={`flex h-3.5 w-7 items-center rounded-control border border-edge px-0.5 ${on ? 'justify-end' : ''}`}
        >
          <span className={`h-2 w-[11px] ${on ? 'bg-fg' : 'bg-edge'}`} />
        </span>
        <span aria-hidden="true" className="w-6">
          {on ? text.on : text.off}
        </span>
      </span>
    </button>
  )
}
