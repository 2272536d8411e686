'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ChoiceField } from '#components/ui/choice-field.tsx'
import { SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { unreached } from '#components/ui/unreached.ts'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'
import { createRoundAction } from '#lib/flows/draft-round/actions.ts'
import * as text from '#messages/studio/round-form.ts'
import { MethodFields } from './method-fields.tsx'
import { durations, type RoundFormValues, roundInput } from './round-input.ts'
import { isVotesSound, votesInput } from './send-lists.ts'
import type { VotesDraft } from './strategy-draft.ts'
import { StrategyRows } from './strategy-rows.tsx'
import { useFirstFault } from './use-first-fault.ts'

type RoundFormProps = {
  chain: WalletChain
  local: boolean
  communities: readonly { slug: string; name: string; licence: string }[]
  licences: readonly { id: string; name: string }[]
}

type Problem = { title: string; next: string; code: string; fields: Record<string, string> }

const START: RoundFormValues = {
  method: 'approval',
  places: '3',
  submissionsSeconds: '259200',
  openingSeconds: '86400',
  votingSeconds: '432000',
  challengeSeconds: '86400',
  royaltyPercent: '5',
  recipient: 'creator',
}

const FAULTY_VOTES: Problem = {
  title: text.votesFaulty,
  next: text.votesFaultyNext,
  code: 'bad-input',
  fields: {},
}

export type Kept = (name: keyof RoundFormValues) => {
  name: string
  defaultValue: string
  error: string | undefined
}

function Words({ kept, communities }: { kept: Kept } & Pick<RoundFormProps, 'communities'>) {
  return (
    <>
      <SelectField
        {...kept('community')}
        label={text.community}
        options={communities.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <TextField {...kept('title')} label={text.title} maxLength={80} hint={text.titleHint} />
      <TextAreaField {...kept('brief')} label={text.brief} rows={4} hint={text.briefHint} />
    </>
  )
}

function Figures({ kept, local, licences }: { kept: Kept } & Pick<RoundFormProps, 'local' | 'licences'>) {
  const stage = (
    name: 'submissionsSeconds' | 'openingSeconds' | 'votingSeconds' | 'challengeSeconds',
    label: string,
    hint: string,
  ) => (
    <SelectField
      {...kept(name)}
      label={label}
      hint={hint}
      options={durations(local, name === 'challengeSeconds')}
    />
  )
  return (
    <>
      <div className="grid gap-5 band:grid-cols-2">
        <TextField {...kept('places')} label={text.places} inputMode="numeric" hint={text.placesHint} />
        {stage('submissionsSeconds', text.submissions, text.submissionsHint)}
        {stage('openingSeconds', text.opening, text.openingHint)}
        {stage('votingSeconds', text.voting, text.votingHint)}
        {stage('challengeSeconds', text.challenge, text.challengeHint)}
        <SelectField
          {...kept('licence')}
          label={text.licence}
          options={licences.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          {...kept('royaltyPercent')}
          label={text.royalty}
          inputMode="decimal"
          hint={text.royaltyHint}
        />
      </div>
      <ChoiceField
        name="recipient"
        label={text.recipient}
        defaultValue={kept('recipient').defaultValue}
        error={kept('recipient').error}
        choices={[
          { value: 'creator', label: text.toCreator },
          { value: 'treasury', label: text.toTreasury },
        ]}
      />
    </>
  )
}

/** A round from the one template. Nothing is final before submissions are opened. */
export function RoundForm(props: RoundFormProps) {
  const router = useRouter()
  const [values, setValues] = useState<RoundFormValues>(START)
  const [problem, setProblem] = useState<Problem>()
  const [ready, setReady] = useState(false)
  const [votes, setVotes] = useState<VotesDraft>({ own: false, rows: [], powerCap: '', heldDays: '' })
  const [tried, setTried] = useState(false)
  const self = useRef<HTMLFormElement>(null)
  useFirstFault(self, problem?.fields)

  const licence = (props.communities.find(({ slug }) => slug === values.community) ?? props.communities[0])
    ?.licence

  const kept: Kept = (name) => ({
    name,
    defaultValue: values[name] ?? (name === 'licence' ? (licence ?? '') : ''),
    error: problem?.fields[name === 'royaltyPercent' ? 'royaltyBps' : name],
  })

  function review(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setValues(Object.fromEntries(new FormData(event.currentTarget)) as RoundFormValues)
    setProblem(isVotesSound(votes) ? undefined : FAULTY_VOTES)
    setTried(true)
    setReady(isVotesSound(votes))
  }

  async function create() {
    const given = await votesInput(votes, values.community ?? '').catch(unreached)
    const result = given.ok
      ? await createRoundAction({ ...roundInput(values), ...given.input }).catch(unreached)
      : given
    if (result.ok) return router.push(`/desk/rounds/${result.value.rowId}`)
    setProblem(result)
    setReady(false)
  }

  return (
    <form ref={self} onSubmit={review} noValidate className="grid max-w-measure gap-5">
      {problem && (
        <Notice title={problem.title} code={problem.code} live="alert">
          {problem.next}
        </Notice>
      )}
      <Words kept={kept} communities={props.communities} />
      <MethodFields kept={kept} />
      <Figures kept={kept} local={props.local} licences={props.licences} />
      <StrategyRows
        votes={votes}
        change={(changed) => {
          setVotes(changed)
          setReady(false)
        }}
        chainId={props.chain.id}
        tried={tried}
        error={problem?.fields.strategies}
      />
      {ready ? (
        <WalletIsland chain={props.chain}>
          <SignedIn chain={props.chain} kept={text.enteredKept} why={text.whySignIn}>
            {() => (
              <Button kind="main" size={44} onClick={create}>
                {text.save}
              </Button>
            )}
          </SignedIn>
        </WalletIsland>
      ) : (
        <div>
          <Button type="submit" kind="main" size={44}>
            {text.goOn}
          </Button>
        </div>
      )}
    </form>
  )
}
