import { Hash } from '#components/ui/hash.tsx'
import { Sheet, SheetRows } from '#components/ui/sheet.tsx'
import * as words from '#messages/rounds/freeze-box.ts'

export type FreezeItem = { name: string; hash?: string; text?: string }

type FreezeBoxProps = {
  items: readonly FreezeItem[]
  /** When it froze; before, the box says what will. */
  frozen?: string
}

/** What an act fixes for good, with the hashes that will stand for it. */
export function FreezeBox({ items, frozen }: FreezeBoxProps) {
  const title = frozen ? words.frozenAt(frozen) : words.whatFreezes
  return (
    <Sheet label={title}>
      <h3 className="mb-2 font-figure text-15">{title}</h3>
      <SheetRows
        rows={items.map(({ name, hash, text }) => ({
          term: name,
          value: hash ? <Hash value={hash} align="end" /> : text,
        }))}
      />
    </Sheet>
  )
}
