'use client'

import { type ChangeEvent, useMemo, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import { readListText } from '#lib/protocol/allowlist-text.ts'
import type { Strategy } from '#lib/protocol/strategy.ts'
import { listFaults } from '#messages/studio/list-faults.ts'
import * as words from '#messages/studio/strategy-rows.ts'
import {
  draftFaults,
  KINDS,
  newDraft,
  readsToken,
  type StrategyDraft,
  type VotesDraft,
  withKind,
} from './strategy-draft.ts'

const FAULTS_SHOWN = 8
/** Beyond this a text field would stop the page; the list is kept all the same, and only its beginning is shown. */
const TYPED_CHARACTERS = 200_000

type RowProps = {
  draft: StrategyDraft
  faults: Record<string, string>
  change: (draft: StrategyDraft) => void
  remove: () => void
}

function ListField({ draft, change }: Pick<RowProps, 'draft' | 'change'>) {
  const read = useMemo(() => (draft.list.trim() === '' ? null : readListText(draft.list)), [draft.list])
  const isLong = draft.list.length > TYPED_CHARACTERS
  async function take(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    if (file) change({ ...draft, list: await file.text() })
  }
  return (
    <div className="grid gap-2">
      <TextAreaField
        key={isLong ? draft.list.length : 'typed'}
        name={`list-${draft.key}`}
        label={words.list}
        rows={5}
        spellCheck={false}
        readOnly={isLong}
        {...(isLong
          ? { value: `${draft.list.slice(0, 2000)}\n…` }
          : { defaultValue: draft.list, onBlur: (event) => change({ ...draft, list: event.target.value }) })}
        hint={words.listHint}
        error={read && read.faultCount > 0 ? words.linesAtFault(read.faultCount) : undefined}
      />
      {read && read.faults.length > 0 && (
        <ul className="text-13">
          {read.faults.slice(0, FAULTS_SHOWN).map(({ line, code, value }) => (
            <li key={line}>
              <span className="type-mono">{words.line(line)}</span> {listFaults[code](value)}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-4 text-13">
        <label className="link cursor-pointer">
          {words.fromFile}
          <input type="file" accept=".csv,.tsv,.txt,.json,.jsonl" className="sr-only" onChange={take} />
        </label>
        {read && (
          <span role="status" className="text-second">
            {words.rows(read.rows.length)}
          </span>
        )}
        {isLong && (
          <Button size={32} onClick={() => change({ ...draft, list: '' })}>
            {words.anotherList}
          </Button>
        )}
      </div>
    </div>
  )
}

function Figures({ draft, faults, change }: Omit<RowProps, 'remove'>) {
  const field = (name: 'cap' | 'numerator' | 'denominator', label: string, hint: string) => (
    <TextField
      name={`${name}-${draft.key}`}
      label={label}
      hint={hint}
      inputMode="numeric"
      value={draft[name]}
      error={faults[name]}
      onChange={(event) => change({ ...draft, [name]: event.target.value })}
    />
  )
  return (
    <div className="grid gap-4 band:grid-cols-2">
      {field('cap', words.atMost, words.atMostHint)}
      <SelectField
        name={`root-${draft.key}`}
        label={words.weight}
        value={draft.root}
        onChange={(event) => change({ ...draft, root: event.target.value === 'square' ? 'square' : 'none' })}
        options={[
          { value: 'none', label: words.asMuch },
          { value: 'square', label: words.squareRoot },
        ]}
      />
      {field('numerator', words.votes, words.votesHint)}
      {field('denominator', words.forEach, words.forEachHint)}
    </div>
  )
}

function Row({ draft, faults, change, remove }: RowProps) {
  const text = (name: 'token' | 'chainId' | 'tokenId' | 'amount', label: string, mono = false) => (
    <TextField
      name={`${name}-${draft.key}`}
      label={label}
      mono={mono}
      value={draft[name]}
      error={faults[name]}
      onChange={(event) => change({ ...draft, [name]: event.target.value })}
    />
  )
  return (
    <li className="grid gap-4 border-line border-t py-4">
      <SelectField
        name={`kind-${draft.key}`}
        label={words.givesVotes}
        value={draft.id}
        onChange={(event) => change(withKind(draft, event.target.value as Strategy['id']))}
        options={KINDS}
      />
      {readsToken(draft.id) && (
        <div className="grid gap-4 band:grid-cols-[minmax(0,3fr)_minmax(0,1fr)]">
          {text('token', words.tokenAddress, true)}
          {text('chainId', words.chain)}
        </div>
      )}
      {draft.id === 'erc1155-balance' && text('tokenId', words.id)}
      {draft.id === 'merkle-allowlist' && <ListField draft={draft} change={change} />}
      {draft.id === 'fixed' ? (
        <>
          {text('amount', words.votesOfAddress)}
          <p className="text-13 text-second">{words.addressesCostNothing}</p>
        </>
      ) : (
        <Figures draft={draft} faults={faults} change={change} />
      )}
      <div>
        <Button size={32} onClick={remove}>
          {words.takeOff}
        </Button>
      </div>
    </li>
  )
}

type StrategyRowsProps = {
  votes: VotesDraft
  change: (votes: VotesDraft) => void
  chainId: number
  /** Faults are shown once somebody tried to go on. */
  tried: boolean
  error: string | undefined
}

/** What gives votes in this round: the community’s way, or sources of its own. */
export function StrategyRows({ votes, change, chainId, tried, error }: StrategyRowsProps) {
  const keys = useRef(1)
  function add() {
    keys.current += 1
    change({ ...votes, own: true, rows: [...votes.rows, newDraft(keys.current, chainId)] })
  }
  const replace = (draft: StrategyDraft) =>
    change({ ...votes, rows: votes.rows.map((row) => (row.key === draft.key ? draft : row)) })
  const without = (key: number) => {
    const rows = votes.rows.filter((row) => row.key !== key)
    change({ ...votes, rows, own: rows.length > 0 })
  }
  return (
    <fieldset className="grid gap-4">
      <legend className="font-figure text-18">{words.votes}</legend>
      {error && (
        <p role="alert" className="font-figure text-13">
          {error}
        </p>
      )}
      <p className="text-13 text-second">{votes.own ? words.onlyThese : words.asEveryRound}</p>
      {votes.rows.length > 0 && (
        <ul>
          {votes.rows.map((draft) => (
            <Row
              key={draft.key}
              draft={draft}
              faults={tried ? draftFaults(draft) : {}}
              change={replace}
              remove={() => without(draft.key)}
            />
          ))}
        </ul>
      )}
      <div>
        <Button size={32} onClick={add}>
          {votes.own ? words.addAnother : words.chooseOthers}
        </Button>
      </div>
      <div className="grid gap-5 band:grid-cols-2">
        <TextField
          name="powerCap"
          label={words.mostOfAccount}
          aside={words.optional}
          inputMode="numeric"
          value={votes.powerCap}
          onChange={(event) => change({ ...votes, powerCap: event.target.value })}
          hint={words.mostOfAccountHint}
        />
        <TextField
          name="heldDays"
          label={words.alsoHeld}
          aside={words.optional}
          value={votes.heldDays}
          onChange={(event) => change({ ...votes, heldDays: event.target.value })}
          hint={words.alsoHeldHint}
        />
      </div>
    </fieldset>
  )
}
