'use client'

import type { ReactNode } from 'react'
import { ArrivingPicture } from '#components/art/arriving-picture.tsx'
import { FaultPage } from '#components/art/fault-page.tsx'
import { Frieze } from '#components/art/frieze.tsx'
import { EmptyHang, Hang } from '#components/art/hang.tsx'
import { Picture } from '#components/art/picture.tsx'
import { WallLabel } from '#components/art/wall-label.tsx'
import { EmptyFrame, WorkFrame } from '#components/art/work-frame.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { DOT_WORDS, type DotKind } from '#components/ui/dot.tsx'
import { Img } from '#components/ui/img.tsx'
import type { RoomName } from '#components/ui/room.tsx'
import { Group, nothing, type Part, Stage } from '#components/workshop/group.tsx'
import {
  LONG_TITLE,
  missingPicture,
  sampleHung,
  samplePictureOf,
  sampleWork,
} from '#components/workshop/sample/works.ts'

const DOTS = Object.keys(DOT_WORDS) as DotKind[]
const Small = ({ children }: { children: ReactNode }) => <div className="w-56">{children}</div>

function Named({ number, missing = false }: { number: number; missing?: boolean }) {
  const { placeholder: _, ...picture } = missing ? missingPicture(number) : samplePictureOf(number)
  return <Picture {...picture} name={`#${number}`} className="size-full object-cover" />
}

const label = (number: number, standing: DotKind = 'candidate') => {
  const { title, creator } = sampleHung(number)
  return { number, title, creator, standing }
}
const frieze = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const work = sampleWork(index + 1)
    return { href: `#frieze-${index + 1}`, title: work.title, src: work.thumb.src320 }
  })

const frames: Part = {
  file: 'components/art/work-frame.tsx',
  about: 'The rectangle of a work stands before its file is here.',
  columns: 3,
  states: {
    'a work': (
      <Small>
        <WorkFrame picture={samplePictureOf(1)} />
      </Small>
    ),
    'its file did not arrive': (
      <Small>
        <WorkFrame picture={missingPicture(2)} name="#2" />
      </Small>
    ),
    'an empty place': (
      <Small>
        <EmptyFrame ratio={1.3} />
      </Small>
    ),
  },
}

const pictures: readonly Part[] = [
  {
    file: 'components/art/picture.tsx',
    columns: 3,
    states: {
      here: (
        <div className="h-44 w-56">
          <Named number={3} />
        </div>
      ),
      'did not arrive': (
        <div className="h-44 w-56">
          <Named number={3} missing />
        </div>
      ),
      'did not arrive, a small place': (
        <div className="size-24">
          <Named number={3} missing />
        </div>
      ),
    },
  },
  {
    file: 'components/art/arriving-picture.tsx',
    columns: 3,
    states: {
      'high, in its square': (
        <div className="size-44">
          <ArrivingPicture picture={samplePictureOf(1)} />
        </div>
      ),
      'wide, in its square': (
        <div className="size-44">
          <ArrivingPicture picture={samplePictureOf(4)} />
        </div>
      ),
      'only its placeholder yet': (
        <div className="size-44">
          <ArrivingPicture picture={{ ...missingPicture(4), alt: '' }} />
        </div>
      ),
    },
  },
  {
    file: 'components/ui/img.tsx',
    about: 'The only img element; it draws nothing by itself.',
    states: {
      'a rendition': (
        <Small>
          <Img src={sampleWork(5).src} alt="" width={1280} height={952} className="h-auto w-full" />
        </Small>
      ),
    },
  },
]

const labels: Part = {
  file: 'components/art/wall-label.tsx',
  columns: 3,
  states: {
    ...Object.fromEntries(
      DOTS.map((kind) => [DOT_WORDS[kind], <WallLabel key={kind} work={label(1, kind)} />]),
    ),
    'seen on this device': <WallLabel work={{ ...label(2), note: ', seen' }} />,
    'a long title and name': (
      <WallLabel
        work={{ ...label(LONG_TITLE), creator: 'Mirela Popescu-Vanderhoeven and the workshop at Ebb Mill' }}
      />
    ),
    'beside a winner': <WallLabel work={label(3, 'chosen')} size="winner" />,
    'on the Light Table': <WallLabel work={label(4, 'pick')} size="table" />,
    'on the work’s own page': <WallLabel work={label(5, 'signed')} size="own" headingLevel={3} />,
  },
}

const hang: Part = {
  file: 'components/art/hang.tsx',
  states: {
    'seven works, one with a long title': (
      <Hang label="7 works" works={[1, 2, 3, 4, 5, 6, LONG_TITLE].map((number) => sampleHung(number))} />
    ),
    'one work': <Hang label="1 work" works={[sampleHung(2)]} />,
    'one that did not arrive, one that was just hung, with acts': (
      <Hang
        label="3 works"
        works={[
          sampleHung(1, { picture: missingPicture(1) }),
          sampleHung(3, { live: true }),
          sampleHung(4, { standing: 'chosen' }),
        ]}
        linesFor={() => <p className="font-figure">1st, 214 votes</p>}
        actionFor={() => (
          <ButtonLink href="#art-hang" size={32}>
            Mint
          </ButtonLink>
        )}
      />
    ),
    'nothing hangs yet': <EmptyHang />,
  },
}

const friezes: Part = {
  file: 'components/art/frieze.tsx',
  states: {
    'few places, some hung': <Frieze places={24} works={frieze(9)} />,
    'many places': <Frieze places={120} works={frieze(84)} />,
    'nothing hung': <Frieze places={40} works={[]} />,
    full: <Frieze places={12} works={frieze(12)} />,
  },
}

const faults: Part = {
  file: 'components/art/fault-page.tsx',
  about: 'It asks this server for the cause: here there is no database.',
  states: {
    'a wall that could not be read': (
      <Stage height="h-[34rem]">
        <FaultPage room="wall" what="The wall" error={{ digest: '2914087711' }} retry={nothing} />
      </Stage>
    ),
  },
}

const PARTS = [frames, ...pictures, labels, hang, friezes, faults]

export function ArtParts({ room }: { room: RoomName }) {
  return <Group name="art" room={room} parts={PARTS} />
}
