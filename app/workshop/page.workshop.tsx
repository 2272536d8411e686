import type { Metadata } from 'next'
import { Link } from '#components/ui/link.tsx'
import { Section } from '#components/ui/section.tsx'
import { GROUPS, type GroupName, groupHref } from '#components/workshop/groups.ts'
import { NOT_SHOWN } from '#components/workshop/not-shown.ts'
import { ThreeRooms } from '#components/workshop/three-rooms.tsx'

export const metadata: Metadata = { title: 'Workshop' }

function Groups() {
  return (
    <nav aria-label="Groups" className="flex flex-wrap gap-x-5 text-15">
      {(Object.keys(GROUPS) as GroupName[]).map((name) => (
        <Link key={name} href={groupHref(name)} className="inline-flex items-center max-band:min-h-11">
          <span className="link">{GROUPS[name].label}</span>
        </Link>
      ))}
    </nav>
  )
}

function NotShown() {
  return (
    <Section title="Not shown here, and why" className="page-edge pt-10 pb-26">
      <div className="mt-4 grid gap-x-10 gap-y-8 band:grid-cols-2">
        {NOT_SHOWN.map(({ why, files }) => (
          <div key={why} className="min-w-0">
            <p className="max-w-measure text-15">{why}</p>
            <ul className="mt-2 border-line border-t">
              {files.map((file) => (
                <li
                  key={file}
                  className="type-mono border-line border-b py-1.5 text-second [overflow-wrap:anywhere]"
                >
                  {file}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}

/** For designers: the common parts in the three rooms at once, the way to all others, and what is left out. */
export default function WorkshopPage() {
  return (
    <main id="main" data-room="desk" className="min-h-dvh bg-ground text-fg">
      <div className="page-edge pt-4 pb-6">
        <h1 className="type-room mb-2 text-36">Workshop</h1>
        <p className="mb-2 max-w-measure text-13 text-second">
          Every component in its states, from real props, without a database. What follows the width of the
          window is seen by changing it.
        </p>
        <Groups />
      </div>
      <ThreeRooms />
      <NotShown />
    </main>
  )
}
