'use client'

import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ChoiceField } from '#components/ui/choice-field.tsx'
import { SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import { Section } from '#components/ui/section.tsx'
import { useInstanceNow } from '#components/wallet/instance-now.ts'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'
import * as text from '#messages/studio/brief-form.ts'
import { keepDraft, readDraft } from './brief-draft.ts'
import { type BriefFormValues, briefFields, KEEPS_PRIVATE, MAX_PROMPT } from './brief-input.ts'
import { BriefSigning } from './brief-signing.tsx'
import { useBriefStep } from './brief-step.tsx'
import { KeepPrivate } from './keep-private.tsx'
import { ParentPiece, type ParentPieceView } from './parent-piece.tsx'
import type { BriefFields, BriefRound } from './sign-brief.ts'
import { useFocusAfter } from './use-focus-after.ts'

type Providers = readonly { id: string; label: string; hint: string; cost: string; time: string }[]

type BriefFormProps = {
  chain: WalletChain
  round: BriefRound
  providers: Providers
  /** Those that private words may go to. */
  privateProviders: Providers
  parent?: ParentPieceView
}

type Errors = Partial<Record<keyof BriefFormValues, string>>

function Fields({
  values,
  errors,
  providers,
  onChange,
}: {
  values: BriefFormValues
  errors: Errors
  providers: Providers
  onChange: (values: BriefFormValues) => void
}) {
  const bind = (name: keyof BriefFormValues) => ({
    name,
    value: values[name] ?? '',
    error: errors[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...values, [name]: event.target.value }),
  })
  const counts = ['1', '2', '3', '4', '6', '8'].map((value) => ({
    value,
    label: value === '1' ? text.one : value,
  }))
  return (
    <>
      <TextAreaField
        {...bind('prompt')}
        label={text.brief}
        rows={4}
        maxLength={MAX_PROMPT}
        count={text.letters((values.prompt ?? '').length, MAX_PROMPT)}
        hint={text.briefHint}
      />
      <TextField {...bind('style')} label={text.style} aside={text.optional} maxLength={200} />
      <KeepPrivate
        on={values.keeps === KEEPS_PRIVATE}
        onChange={(on) => onChange({ ...values, keeps: on ? KEEPS_PRIVATE : '' })}
      />
      <TextField {...bind('creatorName')} label={text.yourName} maxLength={60} autoComplete="name" />
      <div className="grid gap-5 band:grid-cols-2">
        <SelectField {...bind('count')} label={text.worksToMake} options={counts} />
        <TextField
          {...bind('royaltyReceiver')}
          label={text.royaltyAddress}
          aside={text.optional}
          mono
          hint={text.yoursWhenEmpty}
        />
      </div>
      <ChoiceField
        key={values.keeps}
        name="provider"
        onChoose={(provider) => onChange({ ...values, provider })}
        label={text.madeBy}
        columns={[text.time, text.cost]}
        defaultValue={providers.find(({ id }) => id === values.provider)?.id ?? providers[0]?.id ?? ''}
        choices={providers.map(({ id, label, hint, cost, time }) => ({
          value: id,
          label,
          hint,
          figures: [time, cost],
        }))}
        error={errors.provider}
      />
    </>
  )
}

type ReviewProps = Pick<BriefFormProps, 'chain' | 'round' | 'parent'> & {
  fields: BriefFields
  focus: RefObject<HTMLDivElement | null>
  onBack: () => void
}

function Review({ chain, round, parent, fields, focus, onBack }: ReviewProps) {
  const now = useInstanceNow(round.now)
  return (
    <Section title={text.whatYouSign} aside={text.oneSignature}>
      <div ref={focus} tabIndex={-1} className="mt-4 max-w-measure outline-none">
        <WalletIsland chain={chain} round={round.roundId} wants="creator">
          <SignedIn chain={chain} kept={text.wordsKept} why={text.whySignIn}>
            {(creator) => (
              <BriefSigning {...{ round, fields, creator, now, onBack, parentTitle: parent?.title }} />
            )}
          </SignedIn>
        </WalletIsland>
      </div>
    </Section>
  )
}

const device = () => window.localStorage

/** A brief: words first, the wallet last. What was typed survives reload, rejection and a failed send. */
export function BriefForm({ chain, round, providers, privateProviders, parent }: BriefFormProps) {
  const begin = useRef<BriefFormValues>(
    parent ? { count: '4', prompt: parent.prompt, provider: parent.provider } : { count: '3' },
  )
  const [values, setValues] = useState(begin.current)
  const [errors, setErrors] = useState<Errors>({})
  const [fields, setFields] = useState<BriefFields>()
  const { form, sheet } = useFocusAfter({ signing: fields !== undefined, errors, first: 'textarea' })
  const { roundId, parent: of } = round
  useBriefStep(fields ? 1 : 0)
  useEffect(() => setValues(readDraft(device, { roundId, parent: of }, begin.current)), [roundId, of])

  function change(next: BriefFormValues) {
    setValues(next)
    keepDraft(device, round, next)
  }

  function review(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const provider = String(new FormData(event.currentTarget).get('provider') ?? '')
    change({ ...values, provider })
    const read = briefFields({ ...values, provider })
    setErrors(read.ok ? {} : read.errors)
    setFields(read.ok ? read.fields : undefined)
  }

  if (fields)
    return <Review {...{ chain, round, parent, fields, focus: sheet, onBack: () => setFields(undefined) }} />
  return (
    <>
      {parent && <ParentPiece parent={parent} withoutHref={`/rounds/${round.slug}/submit`} />}
      <form ref={form} onSubmit={review} noValidate className="grid max-w-measure gap-5">
        <Fields
          values={values}
          errors={errors}
          providers={values.keeps === KEEPS_PRIVATE ? privateProviders : providers}
          onChange={change}
        />
        <div>
          <Button type="submit" kind="main" size={44}>
            {text.review}
          </Button>
        </div>
      </form>
    </>
  )
}
