import { FieldMessages } from '#components/ui/field.tsx'
import * as text from '#messages/studio/asked-providers.ts'
import { providerTitle } from './provider-words.ts'

/** A provider of this instance with the model that it renders by. */
export type AskedProvider = { id: string; model: string }

const BOX =
  'size-4 flex-none appearance-none border-[1.5px] border-edge checked:border-fg checked:bg-fg checked:[box-shadow:inset_0_0_0_2.5px_var(--ground)]'

type AskedProvidersProps = {
  providers: readonly AskedProvider[]
  /** Ids of those that are not asked. */
  without: readonly string[]
  error?: string | undefined
}

/** Which of an instance's providers a round asks: each is asked until its box is emptied. */
export function AskedProviders({ providers, without, error }: AskedProvidersProps) {
  return (
    <fieldset className="min-w-0" aria-describedby={error ? 'field-asked-error' : undefined}>
      <legend className="w-full border-fg border-b pb-1.5 font-figure text-13">{text.asked}</legend>
      {providers.map(({ id, model }) => (
        <label
          key={id}
          className="flex min-h-11 cursor-pointer items-center gap-2 border-line border-b py-1.5 text-13 has-checked:font-figure band:min-h-8"
        >
          <input
            type="checkbox"
            name="asked"
            value={id}
            defaultChecked={!without.includes(id)}
            aria-invalid={error ? true : undefined}
            className={BOX}
          />
          <span className="min-w-0 flex-1">
            {providerTitle(id)}
            <span className="block font-text text-second [overflow-wrap:anywhere]">{model}</span>
          </span>
        </label>
      ))}
      <FieldMessages name="asked" error={error} />
    </fieldset>
  )
}
