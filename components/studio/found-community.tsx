'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useCallback, useMemo, useRef, useState } from 'react'
import { type Address, encodeDeployData, type Hex } from 'viem'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { Steps } from '#components/ui/steps.tsx'
import { unreached } from '#components/ui/unreached.ts'
import { SignedIn } from '#components/wallet/signed-in.tsx'
import { type Confirmed, TransactionPanel } from '#components/wallet/transaction-panel.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { WalletIsland } from '#components/wallet/wallet-island.tsx'
import { collectionAbi, collectionBytecode } from '#contracts-abi/collection.ts'
import { registerCommunityAction } from '#lib/flows/found-community/actions.ts'
import { PLAIN_TOKEN_IDS } from '#lib/protocol/strategy.ts'
import * as text from '#messages/studio/found-community.ts'
import { type CommunityForm, communityForm, fieldErrors } from './community-form.ts'
import { KINDS } from './strategy-draft.ts'
import { useFirstFault } from './use-first-fault.ts'

const DAY = 86_400

type FoundCommunityProps = {
  chain: WalletChain
  operator: Address
  /** A local chain may have a short challenge window. */
  local: boolean
  licences: readonly { id: string; name: string }[]
}

type Deployed = { collection: Address; deployTx: Hex }
type Errors = Record<string, string>

function Details({
  form,
  errors,
  onSubmit,
  licences,
}: {
  form: Partial<Record<string, string>>
  errors: Errors
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  licences: FoundCommunityProps['licences']
}) {
  const kept = (name: string) => ({ name, defaultValue: form[name] ?? '', error: errors[name] })
  const self = useRef<HTMLFormElement>(null)
  useFirstFault(self, errors)
  return (
    <form ref={self} onSubmit={onSubmit} noValidate className="grid max-w-measure gap-5">
      <TextField {...kept('name')} label={text.name} hint={text.nameHint} />
      <TextField {...kept('symbol')} label={text.symbol} hint={text.symbolHint} />
      <TextField {...kept('slug')} label={text.addressHere} mono hint={text.addressHereHint} />
      <TextAreaField {...kept('description')} label={text.about} aside={text.optional} rows={3} />
      <SelectField
        {...kept('strategy')}
        label={text.givesVotes}
        options={KINDS.filter(({ value }) => PLAIN_TOKEN_IDS.some((id) => id === value))}
        hint={text.givesVotesHint}
      />
      <TextField {...kept('token')} label={text.tokenAddress} mono hint={text.tokenAddressHint} />
      <TextField {...kept('guardian')} label={text.guardian} mono hint={text.guardianHint} />
      <TextField {...kept('treasury')} label={text.treasury} mono hint={text.treasuryHint} />
      <SelectField
        {...kept('licence')}
        label={text.licence}
        options={licences.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div>
        <Button type="submit" kind="main" size={44}>
          {text.review}
        </Button>
      </div>
    </form>
  )
}

function deployData(form: CommunityForm, director: Address, operator: Address, local: boolean): Hex {
  return encodeDeployData({
    abi: collectionAbi,
    bytecode: collectionBytecode,
    args: [
      form.name,
      form.symbol,
      '',
      director,
      director,
      form.guardian,
      operator,
      form.treasury,
      local ? 0 : DAY,
    ],
  })
}

function Deploy({
  form,
  director,
  onDeployed,
  ...props
}: FoundCommunityProps & {
  form: CommunityForm
  director: Address
  onDeployed: (deployed: Deployed) => void
}) {
  const data = useMemo(
    () => deployData(form, director, props.operator, props.local),
    [form, director, props.operator, props.local],
  )
  const confirmed = useCallback(
    ({ contract, hash }: Confirmed) => {
      if (contract) onDeployed({ collection: contract.toLowerCase() as Address, deployTx: hash })
    },
    [onDeployed],
  )
  return (
    <Section title={text.deployCollection} aside={text.fromYourWallet}>
      <p className="my-3 max-w-measure text-15">{text.forGood(form.name)}</p>
      <TransactionPanel
        chain={props.chain}
        call={{ to: null, data }}
        signer={{ role: 'director', address: director }}
        act={text.deployCollection}
        onConfirmed={confirmed}
      />
    </Section>
  )
}

function Register({
  form,
  deployed,
  onErrors,
}: {
  form: CommunityForm
  deployed: Deployed
  onErrors: (errors: Errors) => void
}) {
  const router = useRouter()
  const [problem, setProblem] = useState<{ title: string; next: string; code: string }>()
  async function register() {
    const result = await registerCommunityAction({
      slug: form.slug,
      name: form.name,
      description: form.description,
      ...deployed,
      strategies: [form.strategy],
      licence: form.licence,
    }).catch(unreached)
    if (result.ok) return router.push('/desk')
    setProblem(result)
    if (Object.keys(result.fields).length > 0) onErrors(result.fields)
  }
  return (
    <Section title={text.openDoor}>
      <p className="my-3 text-15">
        {text.standsAt}
        <span className="type-mono break-all">{deployed.collection}</span>.
      </p>
      {problem && (
        <Notice title={problem.title} code={problem.code} live="alert" headingLevel={3}>
          {problem.next}
        </Notice>
      )}
      <Button kind="main" size={44} onClick={register}>
        {text.showHere}
      </Button>
    </Section>
  )
}

/** Details, deploy, register: three steps, each of which can be left and come back to in this page. */
export function FoundCommunity(props: FoundCommunityProps) {
  const [typed, setTyped] = useState<Partial<Record<string, string>>>({ strategy: 'erc20-votes' })
  const [form, setForm] = useState<CommunityForm>()
  const [errors, setErrors] = useState<Errors>({})
  const [deployed, setDeployed] = useState<Deployed>()

  function review(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    const parsed = communityForm.safeParse({ ...values, chainId: props.chain.id })
    setTyped(values)
    setErrors(parsed.success ? {} : fieldErrors(parsed.error))
    setForm(parsed.success ? parsed.data : undefined)
  }

  const step = deployed ? 2 : form ? 1 : 0
  return (
    <div className="grid gap-8">
      <Steps
        layout="row"
        label={text.steps}
        current={step}
        items={[{ label: text.details }, { label: text.deploy }, { label: text.register }]}
      />
      {!form && <Details form={typed} errors={errors} onSubmit={review} licences={props.licences} />}
      {form && (
        <WalletIsland chain={props.chain}>
          <SignedIn chain={props.chain} kept={text.enteredKept} why={text.whySignIn}>
            {(address) =>
              deployed ? (
                <Register form={form} deployed={deployed} onErrors={setErrors} />
              ) : (
                <Deploy {...props} form={form} director={address} onDeployed={setDeployed} />
              )
            }
          </SignedIn>
        </WalletIsland>
      )}
      {form && (
        <div>
          <Button size={32} onClick={() => setForm(undefined)}>
            {text.backToDetails}
          </Button>
        </div>
      )}
    </div>
  )
}
