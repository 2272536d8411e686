import { CommandLine } from '#components/provenance/command-line.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Section } from '#components/ui/section.tsx'
import type { Receipt } from '#lib/protocol/receipt.ts'
import * as words from '#messages/voting/receipt-remedy.tsx'
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
        <h3 className="font-figure">{words.keep}</h3>
        <p className="mt-1">{words.carries}</p>
        <p className="mt-2">
          <ButtonLink href="/verify" kind="link">
            {words.check}
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
              {open ? words.openUntil(moment(until)) : words.wasOpenUntil(moment(until))}
            </p>
            {open && (
              <details className="mt-1">
                <summary className="link inline-block max-band:py-2.5">{words.call}</summary>
                <CommandLine command={command} label={title} />
              </details>
            )}
          </li>
        )
      })}
      <li className="py-3 text-second wide:col-span-3">
        {words.afterSeal({
          dropped: <span className="type-mono">proveDropped</span>,
          equivocation: <span className="type-mono">proveEquivocation</span>,
          watch: <span className="type-mono">npm run verso -- watch</span>,
          reading: <span className="type-mono">docs/watching.md</span>,
        })}
      </li>
    </ol>
  )
}

/** What to do where a receipt does not hold: open then, folded while it does. */
export function ReceiptRemedy(props: ReceiptRemedyProps) {
  const broken = props.checked.checks.filter(({ verdict }) => verdict === 'broken')
  if (broken.length > 0)
    return (
      <Section title={words.now} look="over" className="no-print mt-8">
        <p role="alert" className="border-line border-b bg-wash py-2.5 text-15">
          <b>{words.notSo}</b> {broken[0]?.text}.
        </p>
        <Ways {...props} />
      </Section>
    )
  return (
    <details className="no-print mt-8 border-fg border-t pt-2">
      <summary className="inline-block font-figure text-15 max-band:py-2">{words.ifEver}</summary>
      <div className="mt-1">
        <Ways {...props} />
      </div>
    </details>
  )
}
