'use client'

import { WorkFrame } from '#components/art/work-frame.tsx'
import { CanvasBack } from '#components/provenance/canvas-back.tsx'
import { CheckMeanings, SquareMeanings } from '#components/provenance/check-meanings.tsx'
import { CommandLine } from '#components/provenance/command-line.tsx'
import { Custody } from '#components/provenance/custody.tsx'
import { FileDrop } from '#components/provenance/file-drop.tsx'
import { FileProgressBar } from '#components/provenance/file-progress.tsx'
import { PictureReport } from '#components/provenance/history/picture-report.tsx'
import { ReportView } from '#components/provenance/report-view.tsx'
import { SnapshotReportView } from '#components/provenance/snapshot/snapshot-report.tsx'
import { Stamp } from '#components/provenance/stamp.tsx'
import { TokenRecord } from '#components/provenance/token-record.tsx'
import { TurnButton, TurnOver } from '#components/provenance/turn-over.tsx'
import { WorkLabel } from '#components/provenance/work-label.tsx'
import { Button } from '#components/ui/button.tsx'
import type { RoomName } from '#components/ui/room.tsx'
import { Group, nothing, type Part } from '#components/workshop/group.tsx'
import { sampleBytes } from '#components/workshop/sample/hashes.ts'
import { LONG_TITLE, sampleLabelled, samplePictureOf } from '#components/workshop/sample/works.ts'
import { credentials } from './credentials.tsx'
import { LOOKED } from './found.ts'
import { CUSTODY, labelsOf, REPORTS, STAMP } from './sample.ts'
import { SNAPSHOTS } from './snapshots.ts'

const back = (number: number, tampered = false) => (
  <div className={number === 4 ? 'max-w-[40rem]' : 'max-w-[26rem]'} data-tampered={tampered || undefined}>
    <CanvasBack picture={samplePictureOf(number)} labels={labelsOf(number)} stamp={STAMP} />
  </div>
)

const backs: readonly Part[] = [
  {
    file: 'components/provenance/canvas-back.tsx',
    columns: 2,
    states: {
      'high, minted': back(1),
      'high, tampered with': back(1, true),
      'wide, minted': back(4),
      'a long title, not minted': (
        <div className="max-w-[26rem]">
          <CanvasBack picture={samplePictureOf(LONG_TITLE)} labels={labelsOf(LONG_TITLE)} />
        </div>
      ),
      'small, as on a phone': (
        <div className="w-60">
          <CanvasBack picture={samplePictureOf(3)} labels={labelsOf(3)} stamp={STAMP} />
        </div>
      ),
    },
  },
  {
    file: 'components/provenance/turn-over.tsx',
    about: 'Press it: the side stands in the address.',
    columns: 2,
    states: {
      'front and back': (
        <div className="grid max-w-[26rem] justify-items-start gap-4 *:w-full">
          <TurnOver
            front={<WorkFrame picture={samplePictureOf(1)} />}
            back={<CanvasBack picture={samplePictureOf(1)} labels={labelsOf(1)} stamp={STAMP} />}
          />
          <div>
            <TurnButton from="recto" />
            <TurnButton from="verso" />
          </div>
        </div>
      ),
    },
  },
  {
    file: 'components/provenance/stamp.tsx',
    columns: 3,
    states: {
      'pressed once': (
        <div className="w-36">
          <Stamp stamp={STAMP} />
        </div>
      ),
      'of a tampered copy': (
        <div className="w-36" data-tampered>
          <Stamp stamp={STAMP} />
        </div>
      ),
      'many words around it': (
        <div className="w-36">
          <Stamp
            stamp={{
              ...STAMP,
              ring: [...STAMP.ring, 'Low Land and High Water, Second Sitting'],
              place: '12th',
            }}
          />
        </div>
      ),
    },
  },
]

const lines: readonly Part[] = [
  {
    file: 'components/provenance/custody.tsx',
    columns: 2,
    states: {
      'each verdict': <Custody lines={CUSTODY.mixed} />,
      'checks run': (
        <Custody lines={CUSTODY.running} summary="being checked in this browser" legend={false} />
      ),
      'a broken line': <Custody lines={CUSTODY.broken} title="Chain of custody" />,
    },
  },
  credentials,
  {
    file: 'components/provenance/token-record.tsx',
    about: 'It fetches the record of a token; there is none here.',
    columns: 2,
    states: {
      'could not be fetched': <TokenRecord href="/ipfs/none" digest={sampleBytes(3)} uri="ipfs://none" />,
    },
  },
  {
    file: 'components/provenance/command-line.tsx',
    columns: 2,
    states: {
      'a long command': (
        <CommandLine
          label="verify"
          command={`npx verso verify round-${sampleBytes(2)}.zip --rpc https://your-node`}
        />
      ),
    },
  },
]

const files: readonly Part[] = [
  {
    file: 'components/provenance/file-drop.tsx',
    about: 'Drag a file over the window to see it wait; what is let go here goes nowhere.',
    states: {
      empty: (
        <FileDrop label="Choose a file" title="Drop a round’s record here." onFiles={nothing}>
          It is read in this browser and goes nowhere.
        </FileDrop>
      ),
      'small, under a report': (
        <FileDrop small label="Another file" title="Check another record." onFiles={nothing}>
          It is read in this browser.
        </FileDrop>
      ),
    },
  },
  {
    file: 'components/provenance/file-progress.tsx',
    columns: 2,
    states: {
      reading: (
        <FileProgressBar
          name="two-inks.zip"
          progress={{ kind: 'reading', bytes: 3_200_000, total: 9_000_000 }}
          onCancel={nothing}
        />
      ),
      checking: (
        <FileProgressBar
          name={`round-${sampleBytes(2)}.zip`}
          progress={{ kind: 'checking', check: '5' }}
          onCancel={nothing}
        />
      ),
    },
  },
  {
    file: 'components/provenance/report-view.tsx',
    about: 'Its rows are report-checks.tsx.',
    states: Object.fromEntries(
      Object.entries(REPORTS).map(([caption, checked]) => [
        caption,
        <ReportView
          key={caption}
          checked={checked}
          hasFields={false}
          actions={<Button>Save the report</Button>}
        />,
      ]),
    ),
  },
  {
    file: 'components/provenance/history/picture-report.tsx',
    about: 'Its works are found-work.tsx, its fields xmp-rows.tsx.',
    states: Object.fromEntries(
      Object.entries(LOOKED).map(([caption, looked], at) => [
        caption,
        <PictureReport
          key={caption}
          looked={looked}
          preview={looked.size && samplePictureOf(at + 1).src}
          actions={<Button>To the work</Button>}
        />,
      ]),
    ),
  },
  {
    file: 'components/provenance/check-meanings.tsx',
    columns: 2,
    states: { 'the checks': <CheckMeanings />, 'the squares': <SquareMeanings /> },
  },
]

const snapshots: Part = {
  file: 'components/provenance/snapshot/snapshot-report.tsx',
  about: 'With score-table.tsx and finding-list.tsx in it.',
  states: Object.fromEntries(
    Object.entries(SNAPSHOTS).map(([caption, report]) => [
      caption,
      <SnapshotReportView
        key={caption}
        report={report}
        milliseconds={420}
        actions={<Button>Save the report</Button>}
      />,
    ]),
  ),
}

const labels: Part = {
  file: 'components/provenance/work-label.tsx',
  columns: 2,
  states: {
    'a candidate': (
      <WorkLabel
        work={sampleLabelled(2)}
        standing="candidate"
        sentence="It hangs in Two Inks."
        varyHref="#vary"
      />
    ),
    'minted, a variation, a long title': (
      <WorkLabel
        work={sampleLabelled(LONG_TITLE)}
        standing="signed"
        sentence="First of 120 in Two Inks, token 17."
        varyHref={null}
      />
    ),
  },
}

const PARTS = [...backs, ...lines, labels, ...files, snapshots]

export function ProvenanceParts({ room }: { room: RoomName }) {
  return <Group name="provenance" room={room} parts={PARTS} />
}
