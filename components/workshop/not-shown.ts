/** Components that the workshop does not show, by the reason; workshop.test.ts holds the list against the files. */
export const NOT_SHOWN: readonly { why: string; files: readonly string[] }[] = [
  {
    why: 'Shows nothing: it says that the page is awake.',
    files: ['components/ui/awake.tsx'],
  },
  {
    why: 'Shows nothing: it writes the order that was dealt into the address.',
    files: ['components/rounds/wall/deal-in-address.tsx'],
  },
  {
    why: 'Stands in for the page of a fault while that is fetched, and where it cannot be.',
    files: ['components/art/fault-door.tsx'],
  },
  {
    why: 'Needs a connected wallet from its first line on. What it shows meanwhile is in Wallet and drafts.',
    files: [
      'components/studio/act-desk.tsx',
      'components/studio/desk-door.tsx',
      'components/studio/draft-acts.tsx',
      'components/studio/round-acts.tsx',
      'components/wallet/ballot-desk.tsx',
      'components/wallet/ballot-signing.tsx',
      'components/wallet/drafts/draft-desk.tsx',
      'components/wallet/drafts/draft-door.tsx',
      'components/wallet/drafts/draft-files.tsx',
      'components/wallet/drafts/kept-there.tsx',
      'components/wallet/duels.tsx',
      'components/wallet/safe/collect-owners.tsx',
      'components/wallet/safe/pending-desk.tsx',
    ],
  },
  {
    why: 'Asks the server for works or for how they come, and lays out what it hears: items, frames and labels are in Walls and rounds and in Studio.',
    files: [
      'components/rounds/wall/long-wall.tsx',
      'components/rounds/wall/numbered-wall.tsx',
      'components/rounds/wall/wall-row.tsx',
      'components/rounds/wall/wall-window.tsx',
      'components/studio/brief-progress.tsx',
    ],
  },
  {
    why: 'Draws a voter’s queue from a round on the server: its well, bars, rows and ends are in Duel.',
    files: [
      'components/voting/duel/duel-review.tsx',
      'components/voting/duel/duel-room.tsx',
      'components/voting/duel/duel-sheet.tsx',
    ],
  },
  {
    why: 'Checks a record, a log or a work in a thread of its own: what it comes to is in Results, Receipt and log, and Provenance.',
    files: [
      'components/provenance/custody-lines.tsx',
      'components/provenance/credentials/read-here.tsx',
      'components/provenance/file-desk.tsx',
      'components/provenance/history/picture-credentials.tsx',
      'components/provenance/history/picture-history.tsx',
      'components/provenance/snapshot/snapshot-desk.tsx',
      'components/provenance/verify-desk.tsx',
      'components/provenance/verso-checks.tsx',
      'components/provenance/verso-custody.tsx',
      'components/rounds/recount-desk.tsx',
      'components/voting/log-desk.tsx',
      'components/voting/receipt-desk.tsx',
    ],
  },
  {
    why: 'The whole page of a work, or what only lays it out: front, back, label and custody are in Provenance.',
    files: [
      'components/provenance/spread.tsx',
      'components/provenance/work-page.tsx',
      'components/provenance/work-signage.tsx',
    ],
  },
  {
    why: 'Not part of a page here: the card of a round is drawn into a picture, the one-file page is built by itself, and one way back takes its words from the address.',
    files: [
      'components/provenance/one-file/page.tsx',
      'components/rounds/social/round-card.tsx',
      'components/rounds/to-its-wall.tsx',
    ],
  },
  {
    why: 'Tells programs of a work: nothing of it is seen.',
    files: ['components/provenance/work-description.tsx'],
  },
]
