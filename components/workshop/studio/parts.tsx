'use client'

import { useState } from 'react'
import { BriefForm } from '#components/studio/brief-form.tsx'
import { BriefList } from '#components/studio/brief-list.tsx'
import { WatchSignage, WriteSignage } from '#components/studio/brief-signage.tsx'
import { BriefSteps } from '#components/studio/brief-step.tsx'
import { FoundCommunity } from '#components/studio/found-community.tsx'
import { KeepPrivate } from '#components/studio/keep-private.tsx'
import { MethodFields } from '#components/studio/method-fields.tsx'
import { ParentPiece } from '#components/studio/parent-piece.tsx'
import { PictureField } from '#components/studio/picture-field.tsx'
import { RevealWords } from '#components/studio/reveal-words.tsx'
import { roundTimeline } from '#components/studio/round-timeline.ts'
import { SilentChains } from '#components/studio/silent-chains.tsx'
import type { VotesDraft } from '#components/studio/strategy-draft.ts'
import { StrategyRows } from '#components/studio/strategy-rows.tsx'
import { TryAgain } from '#components/studio/try-again.tsx'
import { VolunteersAct } from '#components/studio/volunteers-act.tsx'
import { WorkForm } from '#components/studio/work-form.tsx'
import { KeptPicture, UploadBar } from '#components/studio/work-signing.tsx'
import type { RoomName } from '#components/ui/room.tsx'
import { Timeline } from '#components/ui/timeline.tsx'
import { Group, nothing, type Part } from '#components/workshop/group.tsx'
import { sampleAddress, sampleBytes } from '#components/workshop/sample/hashes.ts'
import { sampleRound } from '#components/workshop/sample/round.ts'
import { CHAIN } from '#components/workshop/sample/wallet.ts'
import type { RoundState } from '#lib/rounds/schema.ts'
import { routing } from './routing.tsx'
import {
  BRIEF,
  BRIEFS,
  CHOSEN,
  FORM_ROUND,
  LICENCES,
  PARENTS,
  PRIVATE_BRIEF,
  PRIVATE_BRIEFS,
  PROVIDERS,
  SILENT,
  UPLOADED,
  VOTES,
} from './sample.ts'

function Sources({ start, tried = false }: { start: VotesDraft; tried?: boolean }) {
  const [votes, change] = useState(start)
  return <StrategyRows votes={votes} change={change} chainId={CHAIN.id} tried={tried} error={undefined} />
}

const briefs: readonly Part[] = [
  {
    file: 'components/studio/brief-form.tsx',
    about: 'What is typed here is kept on this device. Review it empty to see what each field says.',
    states: {
      'to vary a work': (
        <BriefSteps start={0}>
          <BriefForm
            chain={CHAIN}
            round={FORM_ROUND}
            providers={PROVIDERS}
            privateProviders={PROVIDERS.filter(({ id }) => id !== 'aihorde')}
            parent={PARENTS['made by the procedural artist']}
          />
        </BriefSteps>
      ),
    },
  },
  {
    file: 'components/studio/keep-private.tsx',
    columns: 2,
    states: {
      off: <KeepPrivate on={false} onChange={nothing} />,
      on: <KeepPrivate on onChange={nothing} />,
    },
  },
  {
    file: 'components/studio/work-form.tsx',
    about: 'Choose a picture, or let one go over this page. Review it empty to see what each field says.',
    states: {
      'a finished work': (
        <BriefSteps start={0}>
          <WorkForm chain={CHAIN} round={FORM_ROUND} provider="import" />
        </BriefSteps>
      ),
    },
  },
  {
    file: 'components/studio/picture-field.tsx',
    columns: 2,
    states: {
      chosen: <PictureField picture={CHOSEN} onFile={nothing} />,
      'it moves': (
        <PictureField picture={null} error="The picture moves. Choose a still one." onFile={nothing} />
      ),
    },
  },
  {
    file: 'components/studio/work-signing.tsx',
    columns: 2,
    states: {
      'on its way': <UploadBar name="low-tide.png" share={0.4} onStop={nothing} />,
      'written anew': <UploadBar name="low-tide.png" share={1} onStop={nothing} />,
      kept: <KeptPicture uploaded={UPLOADED} src={CHOSEN.src} />,
    },
  },
  {
    file: 'components/studio/parent-piece.tsx',
    columns: 2,
    states: Object.fromEntries(
      Object.entries(PARENTS).map(([caption, parent]) => [
        caption,
        <ParentPiece key={caption} parent={parent} withoutHref="#studio-parent-piece" />,
      ]),
    ),
  },
  {
    file: 'components/studio/brief-signage.tsx',
    columns: 2,
    states: {
      'while it is written': (
        <BriefSteps start={0}>
          <WriteSignage round={sampleRound('submissions')} />
        </BriefSteps>
      ),
      'while it is made': (
        <BriefSteps start={2}>
          <WatchSignage round={sampleRound('submissions')} brief={BRIEF} />
          <WatchSignage round={sampleRound('submissions')} brief={PRIVATE_BRIEF} />
        </BriefSteps>
      ),
    },
  },
  {
    file: 'components/studio/reveal-words.tsx',
    about: 'The workshop has no such brief: a press at the second question is refused.',
    states: { 'sealed words': <RevealWords roundId={sampleBytes(9)} digest={sampleBytes(5)} /> },
  },
  {
    file: 'components/studio/brief-list.tsx',
    states: {
      'hung, on its way, turned away, a long one': <BriefList briefs={BRIEFS} />,
      'kept private, revealed': <BriefList briefs={PRIVATE_BRIEFS} />,
    },
  },
  {
    file: 'components/studio/try-again.tsx',
    about: 'A press asks this server, which has no database here, and shows what it says.',
    columns: 2,
    states: {
      'two tries left': (
        <div className="flex flex-wrap items-center gap-3 text-13">
          <TryAgain roundId="none" taskId="none" position={3} left={2} onAsked={nothing} />
        </div>
      ),
      'one try left': (
        <div className="flex flex-wrap items-center gap-3 text-13">
          <TryAgain roundId="none" taskId="none" position={4} left={1} onAsked={nothing} />
        </div>
      ),
    },
  },
]

const RUN: readonly RoundState[] = ['draft', 'submissions', 'voting', 'challenge', 'minted', 'cancelled']

const rounds: readonly Part[] = [
  {
    file: 'components/studio/method-fields.tsx',
    about: 'Choose another method: each has limits of its own.',
    columns: 2,
    states: {
      'a method with two limits': (
        <MethodFields
          kept={(name) => ({
            name,
            defaultValue: name === 'method' ? 'score' : '',
            error: name === 'maxScore' ? 'At most ten.' : undefined,
          })}
        />
      ),
    },
  },
  {
    file: 'components/studio/strategy-rows.tsx',
    columns: 2,
    states: {
      'as the community has it': <Sources start={VOTES.none} />,
      'sources of its own, with faults': <Sources start={VOTES.own} tried />,
    },
  },
  {
    file: 'components/ui/timeline.tsx',
    about: 'A round’s own, as round-timeline.ts makes it.',
    states: Object.fromEntries(
      RUN.map((state) => [state, <Timeline key={state} states={roundTimeline(sampleRound(state))} />]),
    ),
  },
  {
    file: 'components/studio/silent-chains.tsx',
    states: { 'two chains': <SilentChains chains={SILENT} /> },
  },
  {
    file: 'components/studio/volunteers-act.tsx',
    columns: 2,
    states: {
      off: <VolunteersAct chain={CHAIN} id="none" on={false} queue={{ waiting: 0, next: null }} />,
      'on, with a queue': (
        <VolunteersAct chain={CHAIN} id="none" on queue={{ waiting: 6, next: { ahead: 14, seconds: 480 } }} />
      ),
    },
  },
  {
    file: 'components/studio/found-community.tsx',
    about: 'Send it empty to see what each field says.',
    states: {
      details: <FoundCommunity chain={CHAIN} operator={sampleAddress(5)} local licences={LICENCES} />,
    },
  },
]

const PARTS = [...briefs, ...rounds, ...routing]

export function StudioParts({ room }: { room: RoomName }) {
  return <Group name="studio" room={room} parts={PARTS} />
}
