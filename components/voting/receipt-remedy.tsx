import { CommandLine } from '#components/provenance/command-line.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Section } from '#components/ui/section.tsx'
import type { Receipt } from '#lib/protocol/receipt.ts'
import type { CheckedReceipt } from './check-receipt.ts'
import { receiptCalls } from './receipt-calls.ts'
import type { ReceiptFacts } from './receipt-facts.ts'

type ReceiptRemedyProps = {
  receipt: Pick<Receipt, 'head' | 'headSignature'>
  facts: ReceiptFacts
  checked: CheckedReceipt
}

const moment = (seconds: number) => formatMoment(seconds * 1000, { weekday: true })

function Ways({ receipt, facts, checked }: ReceiptRemedyProps) {
  const calls = receiptCalls(receipt, facts, checked.post)
  return (
    <ol className="grid gap-x-10 text-13 wide:grid-cols-3">
      <li className="border-line border-b py-3">
        <h3 className="font-figure">Keep the receipt as a file</h3>
        <p className="mt-1">
          It carries the operator’s signature over a log with your ballot in it. Nobody can take that back,
          and anyone can hold it against the record: drop both on the page that verifies.
        </p>
        <p className="mt-2">
          <ButtonLink href="/verify" kind="link">
            Check a record with a receipt
          </ButtonLink>
        </p>
      </li>
      {calls.map(({ title, text, until, command }) => {
        const open = facts.now < until
        return (
          <li key={title} className="border-line border-b py-3">
            <h3 className="font-figure">{title}</h3>
            <p className="mt-1">{text}</p>
            <p className="mt-1 text-second">
              {open
                ? `Open until ${moment(until)}, to every account.`
                : `It was open until ${moment(until)}.`}
            </p>
            {open && (
              <details className="mt-1">
                <summary className="link inline-block max-band:py-2.5">The call, for any wallet</summary>
                <CommandLine command={command} label={title} />
              </details>
            )}
          </li>
        )
      })}
      <li className="py-3 text-second wide:col-span-3">
        After the seal, <span className="type-mono">proveDropped</span> and{' '}
        <span className="type-mono">proveEquivocation</span> on the collection stop the round until its
        guardian rules in public. <span className="type-mono">npm run verso -- watch</span>, given the receipt
        file, follows the log for you and writes those proofs:{' '}
        <span className="type-mono">docs/watching.md</span> in the source.
      </li>
    </ol>
  )
}

/** What to do where a receipt does not hold: open then, folded while it does. */
export function ReceiptRemedy(props: ReceiptRemedyProps) {
  const broken = props.checked.checks.filter(({ verdict }) => verdict === 'broken')
  if (broken.length > 0)
    return (
      <Section title="What to do now" look="over" className="no-print mt-8">
        <p role="alert" className="border-line border-b bg-wash py-2.5 text-15">
          <b>The log is not what this receipt says.</b> {broken[0]?.text}.
        </p>
        <Ways {...props} />
      </Section>
    )
  return (
    <details className="no-print mt-8 border-fg border-t pt-2">
      <summary className="inline-block font-figure text-15 max-band:py-2">If it ever does not hold</summary>
      <div className="mt-1">
        <Ways {...props} />
      </div>
    </details>
  )
}
