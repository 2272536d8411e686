import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { ChevronGlyph } from './glyphs.tsx'

type Words = {
  name: string
  label: ReactNode
  /** Said in brackets after the label, e.g. "optional, public after the close". */
  aside?: string
  /** At the right of the label, e.g. "65 of 600". */
  count?: string
  hint?: ReactNode
  error?: ReactNode
}

export type Option = { value: string; label: string; disabled?: boolean }

const BOX =
  'block w-full min-h-11 band:min-h-10 rounded-control border bg-ground px-3 py-[9px] text-15 leading-meta disabled:text-second'

const idOf = (name: string) => `field-${name}`
const boxClass = (error: ReactNode) => `${BOX} ${error ? 'border-2 border-fg px-[11px] py-2' : 'border-edge'}`

function describedBy({ name, hint, error }: Words): string | undefined {
  const ids = [error && `${idOf(name)}-error`, hint && `${idOf(name)}-hint`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

const aria = (words: Words) => ({
  id: idOf(words.name),
  name: words.name,
  'aria-describedby': describedBy(words),
  'aria-invalid': words.error ? true : undefined,
})

function LabelText({ label, aside, count }: Words) {
  return (
    <span className="mb-1.5 flex justify-between gap-4 text-13">
      <span className="font-figure">
        {label}
        {aside && <span className="font-text text-second"> ({aside})</span>}
      </span>
      {count && <span className="text-second">{count}</span>}
    </span>
  )
}

/** What is wrong stands right under the field, in words and weight; it is never red. */
export function FieldMessages({ name, hint, error }: Pick<Words, 'name' | 'hint' | 'error'>) {
  return (
    <>
      {error && (
        <p id={`${idOf(name)}-error`} className="mt-1.5 max-w-measure font-figure text-13">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${idOf(name)}-hint`} className="mt-1.5 max-w-measure text-13 text-second">
          {hint}
        </p>
      )}
    </>
  )
}

function Framed({ words, children }: { words: Words; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={idOf(words.name)} className="block">
        <LabelText {...words} />
      </label>
      {children}
      <FieldMessages {...words} />
    </div>
  )
}

type Native<T> = Omit<T, 'name' | 'id' | 'className'>

type TextFieldProps = Words & Native<InputHTMLAttributes<HTMLInputElement>> & { mono?: boolean }

/** Pass what was typed back as `defaultValue`: a form that failed shows it again. */
export function TextField({ name, label, aside, count, hint, error, mono, ...native }: TextFieldProps) {
  const words = { name, label, aside, count, hint, error }
  return (
    <Framed words={words}>
      <input
        type="text"
        {...native}
        {...aria(words)}
        className={`${boxClass(error)} ${mono ? 'font-mono text-13' : ''}`}
      />
    </Framed>
  )
}

type AreaProps = Words & Native<TextareaHTMLAttributes<HTMLTextAreaElement>>

export function TextAreaField({ name, label, aside, count, hint, error, ...native }: AreaProps) {
  const words = { name, label, aside, count, hint, error }
  return (
    <Framed words={words}>
      <textarea rows={3} {...native} {...aria(words)} className={`${boxClass(error)} resize-y`} />
    </Framed>
  )
}

type SelectProps = Words & Native<SelectHTMLAttributes<HTMLSelectElement>> & { options: readonly Option[] }

export function SelectField({ name, label, aside, count, hint, error, options, ...native }: SelectProps) {
  const words = { name, label, aside, count, hint, error }
  return (
    <Framed words={words}>
      <div className="relative">
        {/* A form reset after an action forgets a select's default: the key brings it back. */}
        <select
          key={String(native.defaultValue ?? '')}
          {...native}
          {...aria(words)}
          className={`${boxClass(error)} appearance-none pr-10`}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronGlyph className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2" />
      </div>
    </Framed>
  )
}
