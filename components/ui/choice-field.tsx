import type { ReactNode } from 'react'
import { FieldMessages } from './field.tsx'
import { Img } from './img.tsx'

export type Choice = {
  value: string
  label: string
  /** Figures at the right of a row, such as time and cost; one per column heading. */
  figures?: readonly string[]
  /** A small picture beside the label (tiles). */
  picture?: { src: string; alt?: string }
  hint?: string
  disabled?: boolean
}

type ChoiceFieldProps = {
  name: string
  label: ReactNode
  choices: readonly Choice[]
  defaultValue?: string
  /** `list` is a ledger with figures, `tiles` stand side by side. */
  layout?: 'list' | 'tiles'
  columns?: readonly string[]
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  /** Told what is chosen, for fields that depend on it. */
  onChoose?: (value: string) => void
}

const RING =
  'size-4 flex-none appearance-none rounded-full border-[1.5px] border-edge checked:border-fg checked:bg-fg checked:[box-shadow:inset_0_0_0_2.5px_var(--ground)]'

function Tile({ name, choice, checked, required, onChoose }: Row) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control border border-edge p-[7px] text-15 hover:bg-press has-checked:border-fg has-checked:font-figure has-checked:[box-shadow:inset_0_0_0_1px_var(--fg)] has-disabled:cursor-not-allowed has-disabled:text-second has-focus-visible:outline-2 has-focus-visible:outline-indigo has-focus-visible:outline-offset-2">
      <input
        type="radio"
        name={name}
        value={choice.value}
        defaultChecked={checked}
        disabled={choice.disabled}
        required={required}
        onChange={() => onChoose?.(choice.value)}
        className={choice.picture ? 'sr-only' : RING}
      />
      {choice.picture && (
        <Img
          src={choice.picture.src}
          alt={choice.picture.alt ?? ''}
          width={56}
          height={56}
          className="size-14 object-cover"
        />
      )}
      <span className="min-w-0">
        {choice.label}
        {choice.hint && <span className="block font-text text-13 text-second">{choice.hint}</span>}
      </span>
    </label>
  )
}

type Row = Pick<ChoiceFieldProps, 'name' | 'onChoose'> & {
  choice: Choice
  checked: boolean
  required: boolean
}

function Line({ name, choice, checked, required, onChoose }: Row) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2 border-line border-b py-1.5 text-13 has-checked:font-figure has-disabled:cursor-not-allowed has-disabled:text-second band:min-h-8">
      <input
        type="radio"
        name={name}
        value={choice.value}
        defaultChecked={checked}
        disabled={choice.disabled}
        required={required}
        onChange={() => onChoose?.(choice.value)}
        className={RING}
      />
      <span className="min-w-0 flex-1">
        {choice.label}
        {choice.hint && <span className="block font-text text-second">{choice.hint}</span>}
      </span>
      {choice.figures?.map((figure) => (
        <span key={figure} className="min-w-14 text-right">
          {figure}
        </span>
      ))}
    </label>
  )
}

/** One of several: rings of 16 px, never mistaken for the dots of 10. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { name, label, choices, defaultValue, layout = 'list', columns = [], required = false } = props
  const Part = layout === 'tiles' ? Tile : Line
  return (
    <fieldset
      key={defaultValue}
      className="min-w-0"
      aria-describedby={props.error ? `field-${name}-error` : undefined}
    >
      <legend
        className={`flex w-full justify-between gap-4 pb-1.5 font-figure text-13 ${layout === 'list' ? 'border-fg border-b' : ''}`}
      >
        {label}
        <span aria-hidden="true" className="flex gap-2">
          {columns.map((column) => (
            <span key={column} className="min-w-14 text-right font-text text-second">
              {column}
            </span>
          ))}
        </span>
      </legend>
      <div className={layout === 'tiles' ? 'grid gap-3 min-[30rem]:grid-cols-3' : ''}>
        {choices.map((choice) => (
          <Part
            key={choice.value}
            name={name}
            choice={choice}
            checked={choice.value === defaultValue}
            required={required}
            onChoose={props.onChoose}
          />
        ))}
      </div>
      <FieldMessages name={name} hint={props.hint} error={props.error} />
    </fieldset>
  )
}
