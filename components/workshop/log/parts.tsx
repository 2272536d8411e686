'use client'

import { Button } from '#components/ui/button.tsx'
import type { RoomName } from '#components/ui/room.tsx'
import { EmptyTree, GrowingTreeView } from '#components/voting/growing-tree.tsx'
import { HeadTable } from '#components/voting/head-table.tsx'
import { LogTree } from '#components/voting/log-tree.tsx'
import { ReceiptRemedy } from '#components/voting/receipt-remedy.tsx'
import { ReceiptView } from '#components/voting/receipt-view.tsx'
import { Group, type Part } from '#components/workshop/group.tsx'
import { CHECKED, CHECKS, FACTS, LINES, logOf, RECEIPT, SAID, treeOf } from './sample.ts'

const said = {
  number: 41,
  text: 'It counts 120 votes for 3 works. It can be replaced until Thu 5 December, 17:00 UTC.',
  tree: treeOf(214, 40),
  own: 'your ballot',
  others: 'other ballots, closed until Thursday',
  facts: SAID,
}

const receipt: Part = {
  file: 'components/voting/receipt-view.tsx',
  states: {
    'checks run': (
      <ReceiptView {...said} statement="Your ballot is number 41 in the log." checks={CHECKS.running} />
    ),
    'all hold': (
      <ReceiptView
        {...said}
        statement="Your ballot is number 41 in the log."
        checks={CHECKS.green}
        checkedWhen="checked in this browser, just now"
        actions={
          <>
            <Button kind="main">Save the receipt</Button>
            <Button>Print</Button>
          </>
        }
      />
    ),
    'one does not hold, a number of five digits': (
      <ReceiptView
        {...said}
        number={20_418}
        statement="The log is not what this receipt says."
        checks={CHECKS.broken}
        tree={treeOf(24_000, 20_417)}
        remedy={<ReceiptRemedy receipt={RECEIPT} facts={FACTS} checked={CHECKED.broken} />}
      />
    ),
  },
}

const remedies: Part = {
  file: 'components/voting/receipt-remedy.tsx',
  states: {
    'folded while all holds': <ReceiptRemedy receipt={RECEIPT} facts={FACTS} checked={CHECKED.green} />,
    'open once something does not': (
      <ReceiptRemedy receipt={RECEIPT} facts={FACTS} checked={CHECKED.broken} />
    ),
    'after the close': (
      <ReceiptRemedy
        receipt={RECEIPT}
        facts={{ ...FACTS, now: FACTS.rules.closesAt + 86_400 }}
        checked={CHECKED.broken}
      />
    ),
  },
}

const trees: readonly Part[] = [
  {
    file: 'components/voting/log-tree.tsx',
    columns: 2,
    states: {
      'the only ballot': <LogTree tree={treeOf(1, 0)} own="your ballot" />,
      'one of eleven': <LogTree tree={treeOf(11, 4)} own="your ballot" others="other ballots" />,
      'one of many, folded': (
        <LogTree tree={treeOf(24_000, 20_417)} own="your ballot" others="other ballots" />
      ),
    },
  },
  {
    file: 'components/voting/growing-tree.tsx',
    states: {
      'no ballot yet': <EmptyTree />,
      'eleven ballots, your own the fifth': <GrowingTreeView view={logOf(11)} own={4} />,
      'many ballots, folded': <GrowingTreeView view={logOf(1204)} own={null} />,
      'a head that does not hold': (
        <GrowingTreeView view={logOf(24, 'The root differs from the leaves.')} own={null} />
      ),
    },
  },
]

const heads: Part = {
  file: 'components/voting/head-table.tsx',
  states: {
    'held, awaited and broken': <HeadTable lines={LINES.mixed} />,
    'more than the first twelve': <HeadTable lines={LINES.many} />,
  },
}

const PARTS = [receipt, remedies, ...trees, heads]

export function LogParts({ room }: { room: RoomName }) {
  return <Group name="log" room={room} parts={PARTS} />
}
