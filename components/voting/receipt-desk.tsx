'use client'

import { Button, ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import { saveJson } from '#components/ui/save-json.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import * as words from '#messages/voting/receipt-desk.ts'
import type { ReceiptFacts } from './receipt-facts.ts'
import { ReceiptRemedy } from './receipt-remedy.tsx'
import { type ReceiptCheck, ReceiptView } from './receipt-view.tsx'
import { receiptFacts, receiptText } from './receipt-words.ts'
import { type ReceiptState, useReceipt } from './use-receipt.ts'
import { useSignedBallot } from './use-signed-ballot.ts'

type ReceiptDeskProps = { facts: ReceiptFacts; digest: string }

const WAITING: readonly ReceiptCheck[] = words.waiting.map((text) => ({ verdict: 'running', text }))

const save = (receipt: Receipt) => saveJson(`verso-receipt-${receipt.leafIndex + 1}.json`, receipt)

type AbsentProps = {
  state: Exclude<ReceiptState, { kind: 'found' } | { kind: 'fetching' }>
  facts: ReceiptFacts
  remembered: number | null
  verify: () => void
}

/** Why there is no receipt to show, and what is known without one. */
function Absent({ state, facts, remembered, verify }: AbsentProps) {
  const again = (
    <Button size={32} onClick={verify}>
      {words.again}
    </Button>
  )
  const known = remembered === null ? '' : `${words.remembered(remembered)} `
  if (state.kind === 'offline')
    return (
      <Notice title={words.offline.is} live="status" actions={again}>
        {known}
        {words.offline.next}
      </Notice>
    )
  if (state.kind === 'failed')
    return (
      <Notice title={words.unreadable.is} live="status" code={state.code} actions={again}>
        {known}
        {words.unreadable.next}
      </Notice>
    )
  const open = facts.now < facts.rules.closesAt
  return (
    <Notice
      title={words.missing.is}
      live="status"
      code="not-found"
      actions={
        <>
          <ButtonLink href={`/rounds/${facts.slug}`} size={32}>
            {words.toWall}
          </ButtonLink>
          {again}
        </>
      }
    >
      {known}
      {open ? words.missing.whileOpen : words.missing.closed}
    </Notice>
  )
}

/** The receipt of a ballot, fetched and checked by this browser; also the page one prints. */
export function ReceiptDesk({ facts, digest }: ReceiptDeskProps) {
  const { state, power, verify } = useReceipt(facts, digest)
  const signed = useSignedBallot(facts.roundId)
  const mine = signed?.digest === digest
  if (state.kind === 'fetching')
    return (
      <p role="status" className="text-15 text-second">
        {words.fetching}
      </p>
    )
  if (state.kind !== 'found')
    return <Absent state={state} facts={facts} remembered={mine ? signed.number : null} verify={verify} />
  const { receipt, checked, at } = state
  const number = receipt.leafIndex + 1
  const open = facts.now < facts.rules.closesAt
  const { head, leafIndex, path } = receipt
  return (
    <ReceiptView
      number={number}
      statement={mine ? words.yours(number) : words.somebodys(number)}
      text={receiptText(receipt, facts, power)}
      actions={
        <>
          <Button size={40} onClick={() => save(receipt)}>
            {words.save}
          </Button>
          <Button size={40} kind="main" onClick={verify}>
            {words.verify}
          </Button>
        </>
      }
      tree={checked?.tree ?? { size: Number(head.size), index: leafIndex, path }}
      own={mine ? words.yourBallot : words.thisBallot}
      others={
        open ? words.othersUntil(formatMoment(facts.rules.closesAt * 1000, { weekday: true })) : words.others
      }
      checks={checked?.checks ?? WAITING}
      checkedWhen={
        at === null
          ? words.checking
          : words.checked(formatMoment(at * 1000, { seconds: true }).split(', ')[1])
      }
      facts={receiptFacts(receipt, digest, checked)}
      remedy={checked && <ReceiptRemedy receipt={receipt} facts={facts} checked={checked} />}
    />
  )
}
