'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ChoiceField } from '#components/ui/choice-field.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { unreached } from '#components/ui/unreached.ts'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'
import { setRoutingAction } from '#lib/flows/set-routing/actions.ts'
import type { BudgetStanding } from '#lib/generation/executions/schema.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/studio/routing-form.ts'
import { type AskedProvider, AskedProviders } from './asked-providers.tsx'
import { type RoutingErrors, type RoutingValues, routingInput, routingValues } from './routing-input.ts'
import { spendSentence } from './spend-words.ts'
import { useFirstFault } from './use-first-fault.ts'

type Problem = { title: string; next: string; code: string }
type Standing = { kind: 'open' } | { kind: 'running' } | { kind: 'set' } | { kind: 'asks-who' }

const choices = (words: Record<string, { label: string; hint: string }>) =>
  Object.entries(words).map(([value, { label, hint }]) => ({ value, label, hint }))

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '')

/** Those whose boxes are empty, and those that were left out before and are not here at present. */
function withoutIn(form: FormData, { providers, routing }: Pick<RoutingFormProps, 'providers' | 'routing'>) {
  const asked = form.getAll('asked')
  const here = providers.map(({ id }) => id)
  return [
    ...here.filter((id) => !asked.includes(id)),
    ...routing.without.filter((id) => !here.includes(id)),
  ].join(' ')
}

const valuesIn = (form: FormData, without: string): RoutingValues => ({
  prefer: textOf(form, 'prefer'),
  cost: textOf(form, 'cost'),
  speed: textOf(form, 'speed'),
  quality: textOf(form, 'quality'),
  privacy: textOf(form, 'privacy'),
  outputs: textOf(form, 'outputs'),
  without,
  budget: textOf(form, 'budget'),
})

/** Where the server found fault, by the field that it was typed in. */
const faultsOf = ({ prefer, budgetMicroUsd }: Record<string, string>): RoutingErrors => ({
  ...(prefer && { prefer }),
  ...(budgetMicroUsd && { budget: budgetMicroUsd }),
})

function useRouting({ id, providers, routing }: Pick<RoutingFormProps, 'id' | 'providers' | 'routing'>) {
  const router = useRouter()
  const [standing, setStanding] = useState<Standing>({ kind: 'open' })
  const [problem, setProblem] = useState<Problem>()
  const [errors, setErrors] = useState<RoutingErrors>({})
  async function set(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = routingInput(valuesIn(form, withoutIn(form, { providers, routing })))
    const nobody = form.getAll('asked').length === 0
    setErrors({ ...(!read.ok && read.errors), ...(nobody && { without: text.oneAsked }) })
    setProblem(undefined)
    if (!read.ok || nobody) return setStanding({ kind: 'open' })
    setStanding({ kind: 'running' })
    const result = await setRoutingAction({ id, ...read.input }).catch(unreached)
    if (result.ok) {
      setStanding({ kind: 'set' })
      return router.refresh()
    }
    const asksWho = result.code === 'not-signed-in'
    setStanding({ kind: asksWho ? 'asks-who' : 'open' })
    setErrors(faultsOf(result.fields))
    if (!asksWho) setProblem(result)
  }
  return { standing, problem, errors, set, touch: () => setStanding({ kind: 'open' }) }
}

/** Stay in the form while they are hidden: what was typed is still there when they are asked for again. */
function Weights({ begin, errors, shown }: { begin: RoutingValues; errors: RoutingErrors; shown: boolean }) {
  const field = (name: 'cost' | 'speed' | 'quality') => (
    <TextField
      name={name}
      label={text.goods[name]}
      defaultValue={begin[name]}
      error={errors[name]}
      inputMode="decimal"
      maxLength={5}
    />
  )
  return (
    <div hidden={!shown}>
      <div className="grid grid-cols-3 items-start gap-3">
        {field('cost')}
        {field('speed')}
        {field('quality')}
      </div>
      <p className="mt-1.5 max-w-measure text-13 text-second">{text.weightsHint}</p>
    </div>
  )
}

type FieldsProps = {
  begin: RoutingValues
  errors: RoutingErrors
  budget: BudgetStanding
  providers: readonly AskedProvider[]
}

function Fields({ begin, errors, budget, providers }: FieldsProps) {
  const [prefer, setPrefer] = useState(begin.prefer)
  return (
    <>
      <ChoiceField
        name="prefer"
        label={text.prefer}
        choices={choices(text.preferences)}
        defaultValue={begin.prefer}
        error={errors.prefer}
        onChoose={setPrefer}
      />
      <Weights begin={begin} errors={errors} shown={prefer === 'own'} />
      <AskedProviders providers={providers} without={begin.without.split(' ')} error={errors.without} />
      <ChoiceField
        name="privacy"
        label={text.privacy}
        choices={choices(text.distances)}
        defaultValue={begin.privacy}
      />
      <ChoiceField
        name="outputs"
        label={text.outputs}
        choices={choices(text.uses)}
        defaultValue={begin.outputs}
      />
      <div className="max-w-label">
        <TextField
          name="budget"
          label={text.budget}
          aside={text.inDollars}
          defaultValue={begin.budget}
          error={errors.budget}
          hint={`${spendSentence(budget)} ${text.emptyMeans}`}
          inputMode="decimal"
          maxLength={15}
          autoComplete="off"
        />
      </div>
    </>
  )
}

type RoutingFormProps = {
  chain: WalletChain
  id: string
  routing: RoundView['routing']
  budget: BudgetStanding
  /** Those of this instance that make pictures. */
  providers: readonly AskedProvider[]
  /** At the right of the heading: the way to what came of it. */
  aside?: ReactNode
}

/** The director says which providers may make the pictures of this round, by what, and for how much in all. */
export function RoutingForm({ chain, id, routing, budget, providers, aside }: RoutingFormProps) {
  const begin = useRef(routingValues(routing, budget.limitMicroUsd)).current
  const form = useRef<HTMLFormElement>(null)
  const { standing, problem, errors, set, touch } = useRouting({ id, providers, routing })
  useFirstFault(form, errors)
  const button = (
    <Button type="submit" kind="main" size={44} disabled={standing.kind === 'running'}>
      {text.set}
    </Button>
  )
  return (
    <Section title={text.title} aside={aside}>
      <form ref={form} onSubmit={set} onChange={touch} noValidate className="mt-3 grid max-w-measure gap-5">
        <p className="text-15">{text.whatItIs}</p>
        <Fields begin={begin} errors={errors} budget={budget} providers={providers} />
        {problem && (
          <Notice title={problem.title} code={problem.code} live="alert" headingLevel={3}>
            {problem.next}
          </Notice>
        )}
        {standing.kind === 'asks-who' ? (
          <WalletIsland chain={chain}>
            <SignedIn chain={chain} kept={text.nothingChanged} why={text.whySignIn}>
              {() => button}
            </SignedIn>
          </WalletIsland>
        ) : (
          <div>{button}</div>
        )}
        <p role="status" className="text-13 text-second empty:hidden">
          {standing.kind === 'set' ? text.isSet : ''}
        </p>
      </form>
    </Section>
  )
}
