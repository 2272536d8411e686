import { TextAreaField, TextField } from '#components/ui/field.tsx'
import { Section } from '#components/ui/section.tsx'
import * as text from '#messages/studio/work-form.ts'
import { MAX_PROMPT } from './brief-input.ts'
import type { WorkFormValues } from './work-input.ts'

type WorkFieldsProps = {
  values: WorkFormValues
  errors: Partial<Record<string, string>>
  onChange: (values: WorkFormValues) => void
}

/** What stands on the label of a finished work, then what its creator declares of its making. */
export function WorkFields({ values, errors, onChange }: WorkFieldsProps) {
  const bind = (name: keyof WorkFormValues) => ({
    name,
    value: values[name] ?? '',
    ...(errors[name] && { error: errors[name] }),
    onChange: (event: { target: { value: string } }) => onChange({ ...values, [name]: event.target.value }),
  })
  return (
    <>
      <TextField
        {...bind('title')}
        label={text.title}
        aside={text.optional}
        maxLength={120}
        hint={text.untitled}
      />
      <TextAreaField
        {...bind('prompt')}
        label={text.shows}
        rows={3}
        maxLength={MAX_PROMPT}
        count={text.letters((values.prompt ?? '').length, MAX_PROMPT)}
        hint={text.showsHint}
      />
      <div className="grid gap-5 band:grid-cols-2">
        <TextField {...bind('creatorName')} label={text.yourName} maxLength={60} autoComplete="name" />
        <TextField
          {...bind('royaltyReceiver')}
          label={text.royaltyAddress}
          aside={text.optional}
          mono
          hint={text.yoursWhenEmpty}
        />
      </div>
      <Section title={text.howMade} aside={text.declared} look="over">
        <p className="mt-1 text-13 text-second">{text.declaredHint}</p>
        <div className="mt-3 grid gap-5 band:grid-cols-2">
          <TextField {...bind('model')} label={text.model} aside={text.optional} maxLength={200} />
          <TextField {...bind('version')} label={text.version} aside={text.optional} maxLength={200} />
          <TextField {...bind('seed')} label={text.seed} aside={text.optional} maxLength={80} />
          <TextField
            {...bind('means')}
            label={text.means}
            aside={text.optional}
            maxLength={400}
            hint={text.meansHint}
          />
        </div>
      </Section>
    </>
  )
}
