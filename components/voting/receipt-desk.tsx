'use client'

import { Button, ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import { saveJson } from '#components/ui/save-json.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import type { ReceiptFacts } from './receipt-facts.ts'
import { ReceiptRemedy } from './receipt-remedy.tsx'
import { type ReceiptCheck, ReceiptView } from './receipt-view.tsx'
import { receiptFacts, receiptText } from './receipt-words.ts'
import { type ReceiptState, useReceipt } from './use-receipt.ts'
import { useSignedBallot } from './use-signed-ballot.ts'

type ReceiptDeskProps = { facts: ReceiptFacts; digest: string }

const WAITING: readonly ReceiptCheck[] = [
  { verdict: 'running', text: 'The ballot in the leaf' },
  { verdict: 'running', text: 'The operator’s signature, and the way to the root' },
  { verdict: 'running', text: 'The newest head' },
  { verdict: 'running', text: 'This leaf under it' },
  { verdict: 'running', text: 'That it continues the receipt’s head' },
  { verdict: 'running', text: 'The head on chain' },
  { verdict: 'running', text: 'The sealed head' },
]

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
      Try now
    </Button>
  )
  const known = remembered === null ? '' : `This device remembers it as number ${remembered} in the log. `
  if (state.kind === 'offline')
    return (
      <Notice title="No connection." live="status" actions={again}>
        {known}The receipt is fetched and checked as soon as the network is back.
      </Notice>
    )
  if (state.kind === 'failed')
    return (
      <Notice title="The receipt could not be read." live="status" code={state.code} actions={again}>
        {known}Nothing was changed.
      </Notice>
    )
  const open = facts.now < facts.rules.closesAt
  return (
    <Notice
      title="There is no receipt to show here."
      live="status"
      code="not-found"
      actions={
        <>
          <ButtonLink href={`/rounds/${facts.slug}`} size={32}>
            To the wall
          </ButtonLink>
          {again}
        </>
      }
    >
      {known}
      {open
        ? 'Until the close a receipt is shown only to the browser that got it, or to its voter, signed in. If you saved it, the file proves your ballot without this page.'
        : 'No ballot with this digest is in the log. If you hold a receipt for one, check it against the record of the round.'}
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
        Fetching the receipt …
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
      statement={`${mine ? 'Your' : 'This'} ballot is number ${number} in the log.`}
      text={receiptText(receipt, facts, power)}
      actions={
        <>
          <Button size={40} onClick={() => save(receipt)}>
            Save receipt
          </Button>
          <Button size={40} kind="main" onClick={verify}>
            Verify now
          </Button>
        </>
      }
      tree={checked?.tree ?? { size: Number(head.size), index: leafIndex, path }}
      own={mine ? 'your ballot' : 'this ballot'}
      others={
        open
          ? `other ballots, closed until ${formatMoment(facts.rules.closesAt * 1000, { weekday: true })}`
          : 'other ballots'
      }
      checks={checked?.checks ?? WAITING}
      checkedWhen={
        at === null
          ? 'being checked in this browser'
          : `checked in this browser, ${formatMoment(at * 1000, { seconds: true }).split(', ')[1]}`
      }
      facts={receiptFacts(receipt, digest, checked)}
      remedy={checked && <ReceiptRemedy receipt={receipt} facts={facts} checked={checked} />}
    />
  )
}
