'use client'

import { Countdown } from '#components/ui/countdown.tsx'
import { FilterList } from '#components/ui/filter-list.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Ledger } from '#components/ui/ledger.tsx'
import { Link } from '#components/ui/link.tsx'
import { ShareLink } from '#components/ui/share-link.tsx'
import { Standing } from '#components/ui/standing.tsx'
import { Steps } from '#components/ui/steps.tsx'
import { Timeline } from '#components/ui/timeline.tsx'
import type { Part } from '#components/workshop/group.tsx'
import { sampleAddress, sampleBytes } from '#components/workshop/sample/hashes.ts'
import { isoAfter, NOW_ISO } from '#components/workshop/sample/round.ts'

export const lists: readonly Part[] = [
  {
    file: 'components/ui/filter-list.tsx',
    columns: 2,
    states: {
      'with dots': (
        <FilterList
          label="With dots"
          items={[
            { label: 'All', href: '#all', count: 120, dot: 'candidate', current: true },
            { label: 'Unseen', href: '#unseen', count: 84 },
            { label: 'My picks', href: '#picks', count: 3, dot: 'pick' },
            { label: 'Passed', href: '#passed', count: 0 },
          ]}
        />
      ),
      'words for counts': (
        <FilterList
          label="Words"
          items={[
            { label: 'Rounds', href: '#rounds', count: '2 open', current: true },
            { label: 'Collection', href: '#collection', count: 'none yet' },
          ]}
        />
      ),
    },
  },
  {
    file: 'components/ui/ledger.tsx',
    about: 'A list on the phone.',
    states: {
      'words and figures, one row that does not count': (
        <Ledger
          caption="Three presses"
          about="Press"
          columns={[
            { key: 'sheets', label: 'Sheets', figures: true },
            { key: 'ink', label: 'Ink' },
          ]}
          rows={[
            { key: '1', head: 'The small one', cells: { sheets: '1,240', ink: 'black' } },
            { key: '2', head: 'The large one', cells: { sheets: '96', ink: 'black, one red' } },
            { key: '3', head: 'The old one', cells: { sheets: '–', ink: 'none' }, quiet: true },
          ]}
        />
      ),
    },
  },
  {
    file: 'components/ui/steps.tsx',
    columns: 2,
    states: {
      'the first of three': (
        <Steps
          label="First"
          items={[{ label: 'Write' }, { label: 'Sign' }, { label: 'Watch it hang' }]}
          current={0}
        />
      ),
      'the last of three': (
        <Steps
          label="Last"
          items={[{ label: 'Write' }, { label: 'Sign' }, { label: 'Watch it hang' }]}
          current={2}
        />
      ),
      'over the content, one done': (
        <Steps
          label="Row"
          layout="row"
          items={[{ label: 'Reject', href: '#ui-steps' }, { label: 'Pick' }, { label: 'Rank' }]}
          current={1}
        />
      ),
    },
  },
  {
    file: 'components/ui/timeline.tsx',
    states: {
      'with now on its way': (
        <Timeline
          now="now"
          states={[
            { label: 'Briefs', when: 'from 28 Nov, 12:00', state: 'done' },
            { label: 'Works fixed', when: '1 Dec, 12:00', state: 'done' },
            { label: 'Closes', when: '5 Dec, 17:00', state: 'next' },
            { label: 'Decided', when: 'after the close', state: 'to come' },
            { label: 'Minted', when: 'by anyone', state: 'to come' },
          ]}
        />
      ),
      'all done': (
        <Timeline
          states={[
            { label: 'Opened', when: '1 Dec, 12:00', state: 'done' },
            { label: 'Closed', when: '5 Dec, 17:00', state: 'done' },
          ]}
        />
      ),
    },
  },
]

export const figures: readonly Part[] = [
  {
    file: 'components/ui/countdown.tsx',
    columns: 3,
    states: {
      'days left': (
        <Countdown
          at={isoAfter(120)}
          now={NOW_ISO}
          label="to the close:"
          verb="closes"
          note="No totals before."
          over="Voting is closed"
        />
      ),
      'minutes left': (
        <Countdown
          at={isoAfter(0.7)}
          now={NOW_ISO}
          label="to the close:"
          verb="closes"
          over="Voting is closed"
        />
      ),
      over: (
        <Countdown at={isoAfter(-2)} now={NOW_ISO} label="closed" verb="closed" over="Voting is closed" />
      ),
      small: (
        <Countdown at={isoAfter(53)} now={NOW_ISO} label="to the close:" size={15} over="Voting is closed" />
      ),
    },
  },
  {
    file: 'components/ui/hash.tsx',
    about: 'The whole value stands under it while it has the focus.',
    columns: 3,
    states: {
      'short, copied by a press': <Hash value={sampleBytes(1)} />,
      'long, with its algorithm': <Hash value={sampleBytes(2)} algorithm="sha256" length="long" />,
      'a link to what was hashed': <Hash value={sampleBytes(3)} opens="#ui-hash" />,
      quiet: <Hash value={sampleAddress(4)} quiet />,
      'whole value from the right edge': (
        <p className="text-right">
          <Hash value={sampleBytes(5)} align="end" />
        </p>
      ),
    },
  },
  {
    file: 'components/ui/share-link.tsx',
    columns: 2,
    states: {
      'press it to see what it says': (
        <ShareLink label="Share this result" title="Two Inks" path="/rounds/two-inks/result" />
      ),
    },
  },
  {
    file: 'components/ui/link.tsx',
    states: {
      'fetched when it is meant': (
        <Link href="#ui-link" className="link">
          Every picture of this round
        </Link>
      ),
    },
  },
  {
    file: 'components/ui/standing.tsx',
    columns: 3,
    states: {
      'nothing signed': <Standing dot="candidate" text="Nothing signed in this round" />,
      'picks on this device': (
        <Standing
          dot="pick"
          text="3 picks on this device"
          action={{ label: 'Review ballot', href: '#ui-standing' }}
        />
      ),
      signed: (
        <Standing
          dot="signed"
          text="Ballot signed, number 41"
          action={{ label: 'Change it', href: '#ui-standing' }}
        />
      ),
      'a role': <Standing text="Director" mono="0x9c41…e07b" />,
    },
  },
]
