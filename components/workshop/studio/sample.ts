import type { ChosenPicture } from '#components/studio/chosen-picture.ts'
import type { ParentPieceView } from '#components/studio/parent-piece.tsx'
import type { BriefRound } from '#components/studio/sign-brief.ts'
import { newDraft, type VotesDraft } from '#components/studio/strategy-draft.ts'
import { sampleBytes } from '#components/workshop/sample/hashes.ts'
import { NOW, sampleRound } from '#components/workshop/sample/round.ts'
import { LONG_TITLE, samplePictureOf, sampleWork } from '#components/workshop/sample/works.ts'
import type { BriefLine, SignedBriefView } from '#lib/generation/schema.ts'
import type { Uploaded } from '#lib/generation/uploads/schema.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'

const { community } = sampleRound('submissions')

export const FORM_ROUND: BriefRound = {
  roundId: sampleBytes(77),
  slug: 'two-inks',
  chainId: 31_337,
  collection: community.collection,
  licence: community.licence,
  now: NOW,
}

export const PROVIDERS = [
  { id: 'procedural', label: 'Procedural artist', hint: 'On this server.', cost: 'nothing', time: '2 s' },
  {
    id: 'aihorde',
    label: 'Volunteers’ GPUs',
    hint: 'Strangers see the words.',
    cost: 'nothing',
    time: '8 min',
  },
]

const PICTURE = samplePictureOf(3)

export const UPLOADED: Uploaded = {
  sha256: `sha256:${sampleBytes(90).slice(2)}`,
  mime: 'image/png',
  width: PICTURE.width,
  height: PICTURE.height,
  bytes: 2_400_000,
}

export const CHOSEN: ChosenPicture = {
  file: new File(['as long as this'], 'low-tide.png', { type: 'image/png' }),
  ...PICTURE,
}

const PROMPT = 'A reed bed at slack water seen from above, in two inks, the sun low and small.'

function parentOf(number: number, provider: string): ParentPieceView {
  const { contentHash, title, creatorName } = sampleWork(number)
  return {
    contentHash: contentHash as FileHash,
    title,
    creatorName,
    href: '#studio-parent-piece',
    picture: samplePictureOf(number),
    prompt: PROMPT,
    provider,
  }
}

export const PARENTS = {
  'made by the procedural artist': parentOf(1, 'procedural'),
  'made by volunteers, a wide work': parentOf(4, 'aihorde'),
  'a long title': parentOf(LONG_TITLE, 'procedural'),
}

export const BRIEF: SignedBriefView = {
  prompt: PROMPT,
  words: null,
  traits: '',
  creatorName: 'Ines Okafor',
  count: 12,
  provider: 'procedural',
  acceptedAt: NOW - 7200,
  mine: true,
}

const briefLine = (
  seed: number,
  prompt: string,
  pictures: BriefLine['pictures'],
  words: BriefLine['words'] = null,
): BriefLine => ({
  digest: sampleBytes(seed),
  prompt,
  words,
  traits: '',
  acceptedAt: NOW - seed * 3600,
  round: { roundId: sampleBytes(9), slug: 'two-inks', title: 'Two Inks' },
  pictures,
})

export const BRIEFS: readonly BriefLine[] = [
  briefLine(1, PROMPT, ['passed', 'passed', 'turned-away']),
  briefLine(2, 'Ebb.', ['queued', 'rendering', 'passed']),
  briefLine(3, 'Everything at once.', ['turned-away', 'failed']),
  briefLine(4, `${PROMPT} `.repeat(5).trim(), ['passed']),
]

const SEALED = `Prompt: sha256:${sampleBytes(6).slice(2)}`

/** Sealed words as their creator sees them, and a brief whose words nobody else is shown. */
export const PRIVATE_BRIEFS: readonly BriefLine[] = [
  briefLine(5, SEALED, ['passed', 'rendering'], { text: PROMPT, revealed: false }),
  briefLine(6, SEALED, ['passed'], { text: 'Ebb.', revealed: true }),
]
export const PRIVATE_BRIEF: SignedBriefView = { ...BRIEF, prompt: SEALED, mine: false }

export const SILENT = [
  { chainId: 10, since: new Date((NOW - 5400) * 1000) },
  { chainId: 8453, since: new Date((NOW - 600) * 1000) },
]

const NO_VOTES: VotesDraft = { own: false, rows: [], powerCap: '', heldDays: '' }

export const VOTES = {
  none: NO_VOTES,
  own: {
    ...NO_VOTES,
    own: true,
    rows: [newDraft(1, 31_337), { ...newDraft(2, 31_337), id: 'merkle-allowlist', list: 'not an address' }],
  } satisfies VotesDraft,
}

export const LICENCES = [
  { id: 'CC-BY-4.0', name: 'Creative Commons Attribution 4.0' },
  { id: 'CC0-1.0', name: 'No rights reserved' },
]
