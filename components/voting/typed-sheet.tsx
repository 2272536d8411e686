import { Hash } from '#components/ui/hash.tsx'
import * as text from '#messages/voting/typed-sheet.ts'

export type TypedField = {
  /** The name the wallet shows. */
  name: string
  /** The value the wallet shows, exactly as it will be signed. */
  value: string
  /** The same in words. */
  meaning?: string
  /** The line the ballot is about. */
  important?: boolean
}

type TypedSheetProps = {
  domain: { name: string; version: string; chainId: number; contract: string }
  /** The very fields of the object passed to the wallet, in its order. */
  fields: readonly TypedField[]
  title?: string
  /** Goes beside the ballot, which holds only its hash. */
  beside?: string | null
}

const HEX = /^0x[0-9a-fA-F]{24,}$/

function Value({ field }: { field: TypedField }) {
  if (field.value === '') return <span className="text-second">–</span>
  if (HEX.test(field.value)) return <Hash value={field.value} />
  return <>{field.value}</>
}

/** What the wallet will show: names and values in mono, their meaning in words at the right. */
export function TypedSheet({ domain, fields, title = text.title, beside }: TypedSheetProps) {
  return (
    <section
      aria-label={title}
      className="border border-fg bg-raise px-3.5 pt-2.5 pb-3 band:px-5 band:pt-4 band:pb-4.5"
    >
      <h2 className="font-figure text-15 leading-statement band:text-18">{title}</h2>
      <table className="w-full border-collapse">
        <caption className="pb-1.5 text-left text-13 text-second band:pb-2.5">
          {text.domain(domain)} <Hash value={domain.contract} quiet />
        </caption>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name} className="border-line border-t">
              <th
                scope="row"
                className="type-mono w-24 py-1.5 pr-2.5 text-left align-baseline font-text text-second band:w-26"
              >
                {field.name}
              </th>
              <td
                className={`type-mono py-1.5 align-baseline [overflow-wrap:anywhere] max-band:text-right band:pr-2.5 ${field.important ? 'font-figure text-15' : 'font-control'}`}
              >
                <Value field={field} />
              </td>
              <td className="py-1.5 text-right align-baseline text-13 text-second max-band:hidden wide:whitespace-nowrap">
                {field.meaning}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {beside && (
        <details className="border-line border-t pt-2 text-13">
          <summary className="link inline-block max-band:py-2.5">{text.whole(beside.length)}</summary>
          <p className="mt-1 max-w-measure text-second">{text.tooLong}</p>
          <p className="type-mono mt-2 [overflow-wrap:anywhere]">{beside}</p>
        </details>
      )}
    </section>
  )
}
