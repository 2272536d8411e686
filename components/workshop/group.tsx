'use client'

import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { Link } from '#components/ui/link.tsx'
import type { RoomName } from '#components/ui/room.tsx'
import { GROUPS, type GroupName, groupHref, ROOMS } from './groups.ts'

/** A component in each of its states, by what is said of the state. */
export type Part = {
  /** "components/ui/button.tsx" */
  file: string
  about?: string
  /** How many states stand beside each other where there is room. */
  columns?: 1 | 2 | 3
  states: Readonly<Record<string, ReactNode>>
}

const COLUMNS = { 1: '', 2: 'band:grid-cols-2', 3: 'band:grid-cols-2 wide:grid-cols-3' } as const

const anchorOf = ({ file }: Part) => file.replace('components/', '').replaceAll('/', '-').replace('.tsx', '')
const nameOf = ({ file }: Part) => file.split('/').at(-1)?.replace('.tsx', '') ?? file

function Shown({ part }: { part: Part }) {
  const { file, about, columns = 1, states } = part
  return (
    <section id={anchorOf(part)} className="scroll-mt-4 border-fg border-t pt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="font-figure text-18">{nameOf(part)}</h2>
        <p className="type-mono text-second [overflow-wrap:anywhere]">{file}</p>
      </div>
      {about && <p className="mt-1 max-w-measure text-13 text-second">{about}</p>}
      <div className={`mt-4 grid gap-x-10 gap-y-8 ${COLUMNS[columns]}`}>
        {Object.entries(states).map(([caption, state]) => (
          <figure key={caption} className="min-w-0">
            <figcaption className="mb-3 border-line border-b pb-1 text-13 text-second">{caption}</figcaption>
            {state}
          </figure>
        ))}
      </div>
    </section>
  )
}

function Rooms({ group, room }: { group: GroupName; room: RoomName }) {
  return (
    <nav aria-label="Rooms" className="flex gap-x-4 border-fg border-t py-1.5 text-13">
      {ROOMS.map((one) => (
        <Link
          key={one}
          href={groupHref(group, one)}
          aria-current={one === room ? 'true' : undefined}
          className={`inline-flex items-center capitalize max-band:min-h-11 ${one === room ? 'font-figure' : 'link'}`}
        >
          {one}
        </Link>
      ))}
    </nav>
  )
}

const ROW = 'block border-line border-t py-1.5 max-band:py-3'

function Index({ group, parts }: { group: GroupName; parts: readonly Part[] }) {
  return (
    <>
      <nav aria-label="On this page">
        {parts.map((part) => (
          <a key={part.file} href={`#${anchorOf(part)}`} className={`${ROW} hover:bg-press`}>
            {nameOf(part)}
          </a>
        ))}
      </nav>
      <nav aria-label="Groups" className="mt-6 border-fg border-t">
        <Link href="/workshop" className={`${ROW} border-t-0 hover:bg-press`}>
          In the three rooms
        </Link>
        {(Object.keys(GROUPS) as GroupName[]).map((one) => (
          <Link
            key={one}
            href={groupHref(one)}
            aria-current={one === group ? 'page' : undefined}
            className={`${ROW} ${one === group ? 'font-figure' : 'hover:bg-press'}`}
          >
            {GROUPS[one].label}
          </Link>
        ))}
      </nav>
    </>
  )
}

const never = () => () => {}

/** Some parts are made in the browser alone; an address with an anchor waits for them. */
function useInBrowser(): boolean {
  const isHere = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  useEffect(() => {
    if (isHere) document.getElementById(window.location.hash.slice(1))?.scrollIntoView()
  }, [isHere])
  return isHere
}

/** A page of the workshop: its index at the side, and each part in its states. */
export function Group({ name, room, parts }: { name: GroupName; room: RoomName; parts: readonly Part[] }) {
  const isHere = useInBrowser()
  return (
    <div data-room={room} className="min-h-dvh bg-ground text-fg">
      <title>{`${GROUPS[name].label} · Workshop`}</title>
      <main
        id="main"
        className="page-edge grid gap-x-10 pt-4 pb-26 wide:grid-cols-[206px_minmax(0,1fr)] [&>*]:min-w-0"
      >
        <div className="mb-8 text-13 wide:sticky wide:top-0 wide:max-h-dvh wide:self-start wide:overflow-y-auto wide:pb-8">
          <p className="text-second">Workshop</p>
          <h1 className="type-room mb-3 text-24">{GROUPS[name].label}</h1>
          <Rooms group={name} room={room} />
          <details className="wide:hidden">
            <summary className="link inline-block min-h-11 py-3">Index</summary>
            <Index group={name} parts={parts} />
          </details>
          <div className="max-wide:hidden">
            <Index group={name} parts={parts} />
          </div>
        </div>
        <div className="grid content-start gap-y-16">
          {isHere && parts.map((part) => <Shown key={part.file} part={part} />)}
        </div>
      </main>
    </div>
  )
}

type StageProps = { children: ReactNode; height?: string; ground?: string; room?: RoomName }

/** A window of its own for what is fixed to the page's, or as high as it. */
export function Stage({ children, height = 'h-80', ground = 'bg-ground', room }: StageProps) {
  return (
    <div
      data-room={room}
      className={`relative overflow-auto border border-line text-fg [transform:translateZ(0)] ${height} ${ground}`}
    >
      {children}
    </div>
  )
}

/** What a part that acts is given here. */
export const nothing = () => {}
