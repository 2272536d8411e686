'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useState } from 'react'
import { bytesToHex } from 'viem'
import { Button } from '#components/ui/button.tsx'
import { ChoiceField } from '#components/ui/choice-field.tsx'
import { SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { TypedSheet } from '#components/voting/typed-sheet.tsx'
import { useInstanceNow } from '#components/wallet/instance-now.ts'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'
import { WalletFailed, WalletOpen } from '#components/wallet/wallet-stage.tsx'
import type { Address } from '#lib/protocol/primitives.ts'
import { type Brief, TYPES } from '#lib/protocol/typed-data.ts'
import { type BriefFormValues, briefFields } from './brief-input.ts'
import { type BriefFields, type BriefRound, briefOf, useSignBrief } from './sign-brief.ts'

type BriefFormProps = {
  chain: WalletChain
  round: BriefRound
  providers: readonly { id: string; label: string; hint: string; cost: string; time: string }[]
}

type Errors = Partial<Record<keyof BriefFormValues, string>>

const KEY = 'verso.brief'
const MAX_PROMPT = 600

function readDraft(roundId: string): BriefFormValues {
  try {
    return JSON.parse(window.localStorage.getItem(`${KEY}.${roundId}`) ?? '{}')
  } catch {
    return {}
  }
}

function keepDraft(roundId: string, values: BriefFormValues): void {
  try {
    window.localStorage.setItem(`${KEY}.${roundId}`, JSON.stringify(values))
  } catch {
    // The device keeps nothing; the page does.
  }
}

function Fields({
  values,
  errors,
  providers,
  onChange,
}: {
  values: BriefFormValues
  errors: Errors
  providers: BriefFormProps['providers']
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
    label: value === '1' ? 'one' : value,
  }))
  return (
    <>
      <TextAreaField
        {...bind('prompt')}
        label="Brief"
        rows={4}
        maxLength={MAX_PROMPT}
        count={`${(values.prompt ?? '').length} of ${MAX_PROMPT}`}
        hint="What should be seen: subject, colours, how dense, how still. The procedural artist reads words of colour, number, density and motion."
      />
      <TextField {...bind('style')} label="Style" aside="optional" maxLength={200} />
      <TextField
        {...bind('creatorName')}
        label="Your name on the wall label"
        maxLength={60}
        autoComplete="name"
      />
      <div className="grid gap-5 band:grid-cols-2">
        <SelectField {...bind('count')} label="Works to make" options={counts} />
        <TextField
          {...bind('royaltyReceiver')}
          label="Royalty address"
          aside="optional"
          mono
          hint="Yours when empty."
        />
      </div>
      <ChoiceField
        name="provider"
        label="Made by"
        columns={['Time', 'Cost']}
        defaultValue={values.provider ?? providers[0]?.id ?? ''}
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

type SigningProps = {
  round: BriefRound
  fields: BriefFields
  creator: Address
  now: () => number
  onBack: () => void
}

/** One brief to sign: its nonce and deadline stand before the wallet opens, and are new after a refusal. */
function useBriefToSign({ round, fields, creator, now }: SigningProps, refused: boolean): Brief {
  const fresh = () => {
    const nonce = bytesToHex(crypto.getRandomValues(new Uint8Array(32)))
    return briefOf({ ...round, now: now() }, fields, creator, nonce)
  }
  const [brief, setBrief] = useState(fresh)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a refusal or another account asks for a new one
  useEffect(() => setBrief(fresh()), [refused, creator])
  return brief
}

/** What the wallet will show, line for line. */
function BriefSheet({ round, brief }: { round: BriefRound; brief: Brief }) {
  return (
    <TypedSheet
      domain={{ name: 'Verso', version: '1', chainId: round.chainId, contract: round.collection }}
      fields={TYPES.Brief.map(({ name }) => ({
        name,
        value: String(brief[name]) || '–',
        important: name === 'prompt',
        ...(name === 'deadline' && { meaning: formatMoment(Number(brief.deadline) * 1000, { year: true }) }),
      }))}
    />
  )
}

function Signing(props: SigningProps) {
  const { round, fields, onBack } = props
  const router = useRouter()
  const { state, sign, write } = useSignBrief(round)
  const brief = useBriefToSign(props, state.kind === 'refused')
  useEffect(() => {
    if (state.kind === 'taken') router.push(`/rounds/${round.slug}/submit?brief=${state.briefId}`)
  }, [state, round.slug, router])
  if (state.kind === 'wallet-open')
    return (
      <div className="grid gap-4">
        <BriefSheet round={round} brief={brief} />
        <WalletOpen
          doing="It shows these lines. If it shows anything else, close it: your words are kept."
          onCancel={write}
        />
      </div>
    )
  if (state.kind === 'sending' || state.kind === 'taken')
    return (
      <p role="status" className="text-15">
        Signed. Handing it to the printers …
      </p>
    )
  return (
    <div className="grid gap-4">
      {state.kind === 'failed' && (
        <WalletFailed failure={state.failure} kept="Your words are kept." onBack={write} />
      )}
      {state.kind === 'refused' && (
        <Notice
          title={state.problem.detail ?? state.problem.title}
          code={state.problem.code}
          live="alert"
          headingLevel={3}
        >
          {state.problem.next} Your words are kept.
        </Notice>
      )}
      <BriefSheet round={round} brief={brief} />
      <Button kind="act" size={52} dot="candidate" wide onClick={() => sign(brief, fields)}>
        {fields.count === 1 ? 'Sign the brief: one work' : `Sign the brief: ${fields.count} works`}
      </Button>
      <div>
        <Button size={32} onClick={onBack}>
          Change the words
        </Button>
      </div>
    </div>
  )
}

/** A brief: words first, the wallet last. What was typed survives reload, rejection and a failed send. */
export function BriefForm({ chain, round, providers }: BriefFormProps) {
  const now = useInstanceNow(round.now)
  const [values, setValues] = useState<BriefFormValues>({ count: '3' })
  const [errors, setErrors] = useState<Errors>({})
  const [fields, setFields] = useState<BriefFields>()
  useEffect(() => setValues((now) => ({ ...now, ...readDraft(round.roundId) })), [round.roundId])

  function change(next: BriefFormValues) {
    setValues(next)
    keepDraft(round.roundId, next)
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
    return (
      <Section title="What you sign" aside="one signature, no gas">
        <div className="mt-4 max-w-measure">
          <WalletIsland chain={chain} round={round.roundId} wants="creator">
            <SignedIn chain={chain} kept="Your words are kept." why="A brief is signed by its creator.">
              {(address) => (
                <Signing
                  round={round}
                  fields={fields}
                  creator={address}
                  now={now}
                  onBack={() => setFields(undefined)}
                />
              )}
            </SignedIn>
          </WalletIsland>
        </div>
      </Section>
    )
  return (
    <form onSubmit={review} noValidate className="grid max-w-measure gap-5">
      <Fields values={values} errors={errors} providers={providers} onChange={change} />
      <div>
        <Button type="submit" kind="main" size={44}>
          Review the brief
        </Button>
      </div>
    </form>
  )
}
