'use client'

import { useState } from 'react'
import { ChoiceField } from '#components/ui/choice-field.tsx'
import { TextField } from '#components/ui/field.tsx'
import type { MethodId } from '#lib/protocol/rules.ts'
import * as text from '#messages/studio/method-fields.ts'
import type { Kept } from './round-form.tsx'
import { isMethod, limitOf, METHOD_FIELDS } from './round-input.ts'

const CHOICES = Object.entries(METHOD_FIELDS).map(([value, { label, use }]) => ({ value, label, hint: use }))

/** How the round is voted: one of seven, and only the limits that it has. */
export function MethodFields({ kept }: { kept: Kept }) {
  const given = kept('method').defaultValue
  const [method, setMethod] = useState<MethodId>(isMethod(given) ? given : 'approval')
  return (
    <div>
      <ChoiceField
        {...kept('method')}
        label={text.howVoted}
        choices={CHOICES}
        onChoose={(value) => isMethod(value) && setMethod(value)}
      />
      <div className="mt-5 grid gap-5 band:grid-cols-2">
        {METHOD_FIELDS[method].limits.map(({ name, label, hint }) => {
          const { defaultValue, ...field } = kept(name)
          return (
            <TextField
              key={`${method} ${name}`}
              {...field}
              label={label}
              hint={hint}
              inputMode="numeric"
              defaultValue={method === given && defaultValue ? defaultValue : limitOf(method, name)}
            />
          )
        })}
      </div>
    </div>
  )
}
