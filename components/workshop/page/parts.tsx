'use client'

import { Absent } from '#components/ui/absent.tsx'
import { AskedFor } from '#components/ui/asked-for.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Countdown } from '#components/ui/countdown.tsx'
import { FilterList } from '#components/ui/filter-list.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Masthead } from '#components/ui/masthead.tsx'
import { PhoneMenu } from '#components/ui/phone-menu.tsx'
import { Room, type RoomName } from '#components/ui/room.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { Standing } from '#components/ui/standing.tsx'
import { Group, type Part, Stage } from '#components/workshop/group.tsx'
import { isoAfter, NOW_ISO } from '#components/workshop/sample/round.ts'
import { Text, words } from './words.tsx'

const ITEMS = [
  { label: 'Rounds', href: '#ui-masthead', current: true },
  { label: 'Collection', href: '#collection' },
  { label: 'Submit a brief', href: '#submit' },
  { label: 'Verify', href: '#verify' },
  { label: 'Desk', href: '#desk' },
]
const LONG_NAME = { name: 'The Society for Prints of Low Land and High Water', href: '#community' }
const BRIEF = 'Low land and high water, in two inks and no more. What is left out counts.'
const PICKS = (
  <Standing dot="pick" text="3 picks on this device" action={{ label: 'Review ballot', href: '#b' }} />
)

const clock = (
  <Countdown
    at={isoAfter(53)}
    now={NOW_ISO}
    label="to the close:"
    verb="closes"
    note="No totals before."
    over="Closed"
  />
)

const heads: readonly Part[] = [
  {
    file: 'components/ui/masthead.tsx',
    states: {
      'many communities, nobody known': <Masthead items={ITEMS} />,
      'one community with a long name, picks on this device': (
        <Masthead items={ITEMS} community={LONG_NAME} standing={PICKS} />
      ),
    },
  },
  {
    file: 'components/ui/phone-menu.tsx',
    about: 'Only in a window narrower than 992 pixels: press Menu.',
    states: {
      folded: (
        <Stage height="h-56">
          <div className="page-edge relative flex h-13 items-center justify-end">
            <PhoneMenu>
              <a href="#ui-phone-menu" className="block py-3 text-15">
                Rounds
              </a>
            </PhoneMenu>
          </div>
        </Stage>
      ),
    },
  },
  {
    file: 'components/ui/signage.tsx',
    columns: 2,
    states: {
      'with a clock, filters and ways on': (
        <Signage
          title="Two Inks"
          eyebrow="North Fold, round 4"
          clock={clock}
          filters={
            <FilterList
              label="Works"
              items={[
                { label: 'All', href: '#all', count: 120, current: true },
                { label: 'My picks', href: '#p', count: 3, dot: 'pick' },
              ]}
            />
          }
          actions={<ButtonLink href="#b">Review ballot</ButtonLink>}
        >
          <p>{BRIEF}</p>
        </Signage>
      ),
      'quiet, where the picture is the room': (
        <Signage title="Cow parsley, first proof" eyebrow="Two Inks" quiet>
          <p>{BRIEF}</p>
        </Signage>
      ),
      'a long title': <Signage title="Low Land and High Water, Second Sitting" />,
    },
  },
  {
    file: 'components/ui/frame.tsx',
    states: {
      'signage and content': (
        <Frame signage={<Signage title="Verify" />}>
          <Text />
        </Frame>
      ),
    },
  },
]

const pages: readonly Part[] = [
  {
    file: 'components/ui/shell.tsx',
    states: {
      'a page of the wall': (
        <Stage>
          <Shell
            room="wall"
            current="rounds"
            community={{ name: 'North Fold', slug: 'north-fold' }}
            standing={PICKS}
          >
            <Frame signage={<Signage title="Rounds" />}>
              <Text />
            </Frame>
          </Shell>
        </Stage>
      ),
    },
  },
  {
    file: 'components/ui/room.tsx',
    columns: 3,
    states: Object.fromEntries(
      (['wall', 'desk', 'table'] as const).map((room) => [
        room,
        <Stage key={room} height="h-32">
          <Room room={room}>
            <p className="p-5 text-15">
              Words of the {room}, <span className="text-second">and what is second to them.</span>
            </p>
          </Room>
        </Stage>,
      ]),
    ),
  },
  {
    file: 'components/ui/absent.tsx',
    states: {
      'something that is not here': (
        <Stage height="h-96">
          <Absent
            room="wall"
            title="There is no such round here."
            actions={
              <ButtonLink href="#rounds" size={32}>
                To the rounds
              </ButtonLink>
            }
          >
            It may have moved, or the address was cut on its way.
          </Absent>
        </Stage>
      ),
    },
  },
  {
    file: 'components/ui/asked-for.tsx',
    states: { 'the address of this page': <AskedFor /> },
  },
]

const PARTS = [...heads, ...pages, ...words]

export function PageParts({ room }: { room: RoomName }) {
  return <Group name="page" room={room} parts={PARTS} />
}
