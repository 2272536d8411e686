import type { ReactNode } from 'react'
import { BorrowedNote } from '#components/wallet/borrowed-note.tsx'
import * as text from '#messages/ui/masthead.ts'
import { Link } from './link.tsx'
import { PhoneMenu } from './phone-menu.tsx'
import { Wordmark } from './wordmark.tsx'

export type NavItem = { label: string; href: string; current?: boolean }

type MastheadProps = {
  community?: { name: string; href: string }
  items: readonly NavItem[]
  /** A Standing, or the island that watches the picks on this device. */
  standing?: ReactNode
  wordmark?: ReactNode
}

function NavLinks({
  community,
  items,
  stacked,
}: Pick<MastheadProps, 'community' | 'items'> & { stacked: boolean }) {
  const row = stacked
    ? 'block border-line border-t py-3 text-15 first:border-0'
    : 'whitespace-nowrap border-b py-1'
  const rest = stacked ? '' : 'border-transparent hover:border-current'
  return (
    <>
      {community && (
        <Link
          href={community.href}
          className={`${row} ${rest} font-figure ${stacked ? '' : 'mr-4 max-w-[22ch] truncate'}`}
        >
          {community.name}
        </Link>
      )}
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={item.current ? 'page' : undefined}
          className={`${row} ${item.current ? (stacked ? 'font-figure' : 'border-current') : rest}`}
        >
          {item.label}
        </Link>
      ))}
    </>
  )
}

export function Masthead({ community, items, standing, wordmark = <Wordmark /> }: MastheadProps) {
  return (
    <header className="page-edge no-print relative grid h-13 flex-none grid-cols-[1fr_auto] items-center gap-x-6 band:h-14 min-[62rem]:grid-cols-[auto_1fr_auto] wide:grid-cols-[206px_1fr_auto]">
      <div className="flex">{wordmark}</div>
      <nav aria-label={text.main} className="hidden min-w-0 gap-6 text-13 min-[62rem]:flex">
        <NavLinks community={community} items={items} stacked={false} />
      </nav>
      <div className="hidden justify-items-end min-[62rem]:grid">
        {standing}
        <BorrowedNote />
      </div>
      <PhoneMenu>
        <nav aria-label={text.main}>
          <NavLinks community={community} items={items} stacked />
        </nav>
        {standing && <div className="mt-1 border-fg border-t pt-2">{standing}</div>}
        <BorrowedNote />
      </PhoneMenu>
    </header>
  )
}
