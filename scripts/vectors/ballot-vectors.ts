import { type BallotPost, ballotDigest, parseBallotPost, verifyBallot } from '#lib/protocol/ballot.ts'
import { briefDigest } from '#lib/protocol/brief.ts'
import { parentOfBrief } from '#lib/protocol/brief-parent.ts'
import { promptSealIn, promptSealOf, sealedPrompt, wordsBehind } from '#lib/protocol/brief-private.ts'
import { declarationOf, declaredWorkOf, inputsOf, plainEntries } from '#lib/protocol/brief-work.ts'
import { utf8 } from '#lib/protocol/bytes.ts'
import { choicesFieldOf, resolveChoices } from '#lib/protocol/choices-text.ts'
import { headDigest } from '#lib/protocol/head.ts'
import { leafBytes } from '#lib/protocol/leaf.ts'
import { inclusionPath, leafHashOf } from '#lib/protocol/log-tree.ts'
import { METHODS } from '#lib/protocol/methods/registry.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { parseReceipt, verifyReceipt } from '#lib/protocol/receipt.ts'
import { refusalDigest } from '#lib/protocol/refusal.ts'
import { recoverSigner } from '#lib/protocol/signature.ts'
import {
  addressOf,
  CLOSES,
  headOf,
  leafOf,
  OPENS,
  sampleChoiceContext,
  signVote,
  type Vote,
} from '#lib/protocol/verify/sample-facts.ts'
import type { SampleRound } from '#lib/protocol/verify/sample-round.ts'
import { type Case, caseOf, casesOf } from './case.ts'

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const half = (value: bigint) => value.toString(16).padStart(64, '0')
const part = (signature: string, from: number, to: number) =>
  BigInt(`0x${signature.slice(2 + 2 * from, 2 + 2 * to)}`)

const CHOICES: Record<string, { text: string; maxChoices: number; candidateCount: number }> = {
  'two works': { text: '#3 #12', maxChoices: 3, candidateCount: 12 },
  'an abstention': { text: '-', maxChoices: 3, candidateCount: 12 },
  'a work twice': { text: '#3 #3', maxChoices: 3, candidateCount: 12 },
  'another order': { text: '#12 #3', maxChoices: 3, candidateCount: 12 },
  'two spaces': { text: '#3  #12', maxChoices: 3, candidateCount: 12 },
  'a leading zero': { text: '#03', maxChoices: 3, candidateCount: 12 },
  nothing: { text: '', maxChoices: 3, candidateCount: 12 },
  'a work that is none': { text: '#3 #13', maxChoices: 3, candidateCount: 12 },
  'too many': { text: '#1 #2 #3 #4', maxChoices: 3, candidateCount: 12 },
  'seven digits': { text: '#1000000', maxChoices: 3, candidateCount: 12 },
}

const worksUpTo = (last: number) => Array.from({ length: last }, (_, at) => `#${at + 1}`).join(' ')
const LONG = worksUpTo(600)

/** A signed field, and what came beside it: the works from 1 to `upTo`. */
const FIELDS: Record<string, { field: string; upTo?: number }> = {
  'a short text': { field: '#1 #2' },
  'a long text beside the ballot': { field: choicesFieldOf(LONG), upTo: 600 },
  'a long text in the field': { field: LONG },
  'a hash without its text': { field: choicesFieldOf(LONG) },
  'a hash with another text': { field: choicesFieldOf(LONG), upTo: 601 },
  'a short text beside the ballot': { field: '#1 #2', upTo: 2 },
  'a text beyond the limit': { field: choicesFieldOf(LONG), upTo: 22_000 },
}

async function signatureVectors(): Promise<Case[]> {
  const post = await signVote(`0x${'11'.repeat(32)}`, `0x${'22'.repeat(32)}`, ada(OPENS + 60))
  const digest = ballotDigest(post.signingChain, `0x${'c0'.repeat(20)}`, post.ballot)
  const { signature } = post
  const [r, s, v] = [part(signature, 0, 32), part(signature, 32, 64), Number(part(signature, 64, 65))]
  const made = (r: bigint, s: bigint, v: number) => `0x${half(r)}${half(s)}${v.toString(16).padStart(2, '0')}`
  const signatures = {
    'as it was signed': signature,
    'its other form': made(r, ORDER - s, 55 - v),
    'compact (EIP-2098)': signature.slice(0, 130),
    'v as 0 or 1': made(r, s, v - 27),
    'the other parity': made(r, s, 55 - v),
    'r of zero': made(0n, s, v),
    's of zero': made(r, 0n, v),
    'r beyond the order': made(ORDER, s, v),
    'r that is no point': made(5n, s, v),
    'no bytes': '0x',
    capitals: `0x${signature.slice(2).toUpperCase()}`,
    'too many bytes': `0x${'00'.repeat(8193)}`,
  }
  return casesOf(
    Object.fromEntries(Object.entries(signatures).map(([name, signature]) => [name, { digest, signature }])),
    ({ digest, signature }) => recoverSigner(digest, signature),
  )
}

const ada = (at: number): Vote => ({ voter: 'ada', choices: '#1 #2', sequence: 1, at })

/** Every reason to refuse a ballot, one at a time, beside one that is taken. */
async function postVectors({ input, roundId, bundle }: SampleRound): Promise<Case[]> {
  const { rules, candidates } = input
  const candidateRoot = input.leaves[0]?.ballot.candidateRoot as Bytes32
  const at = OPENS + 60
  const context = { acceptedAt: at, lastSequence: '0' }
  const sign = (vote: Partial<Vote> = {}) => signVote(roundId, candidateRoot, { ...ada(at), ...vote })
  const good = await sign()
  const edited = (ballot: Partial<BallotPost['ballot']>) => ({
    ...good,
    ballot: { ...good.ballot, ...ballot },
  })
  const given = (post: unknown, more = {}) => ({ post, ...context, ...more })
  const late = await sign({ at: CLOSES })
  const inputs = {
    taken: given(good),
    'an abstention': given(await sign({ choices: '-' })),
    'at the opening': given(await sign({ at: OPENS }), { acceptedAt: OPENS }),
    'before the opening': given(await sign({ at: OPENS - 1 }), { acceptedAt: OPENS - 1 }),
    'in the last second': given(await sign({ at: CLOSES - 1 }), { acceptedAt: CLOSES - 1 }),
    'at the close': given(late, { acceptedAt: CLOSES }),
    'issued 120 seconds ahead': given(await sign({ at: at + 125 })),
    'issued 121 seconds ahead': given(await sign({ at: at + 126 })),
    'in its last second': given(good, { acceptedAt: at + 3600 }),
    'a second later': given(good, { acceptedAt: at + 3601 }),
    'the highest step': given(await sign({ sequence: 1000 })),
    'a step too high': given(await sign({ sequence: 1001 })),
    'a sequence that is used': given(good, { lastSequence: '1' }),
    'of another round': given(edited({ round: `0x${'00'.repeat(32)}` })),
    'for other candidates': given(edited({ candidateRoot: `0x${'00'.repeat(32)}` })),
    'by another method': given(edited({ method: 'single' })),
    'on another chain': given({ ...good, signingChain: 1 }),
    'signed by somebody else': given(edited({ voter: addressOf('ben') })),
    'a note of 500 bytes': given(await sign({ note: 'é'.repeat(250) })),
    'a note of 502 bytes': given(await sign({ note: 'é'.repeat(251) })),
    'a note outside NFC': given(await sign({ note: 'e\u0301' })),
    'an agent in capitals': given(edited({ agent: 'Bot' })),
    'a field too many': given({ ...good, ballot: { ...good.ballot, weight: '1' } }),
    'a field too few': given({ signingChain: good.signingChain, ballot: good.ballot }),
    'a sequence beyond uint64': given(edited({ sequence: '18446744073709551616' })),
    'an address in capitals': given(
      edited({ voter: `0x${good.ballot.voter.slice(2).toUpperCase()}` as `0x${string}` }),
    ),
  }
  const round = {
    rules,
    roundId: bundle.roundId,
    candidateRoot,
    candidateCount: candidates.length,
    openingBlock: null,
  }
  return casesOf(inputs, async ({ post, acceptedAt, lastSequence }) => {
    const { ballot, digest } = await verifyBallot({
      ...round,
      post: parseBallotPost(post),
      acceptedAt,
      lastSequence: BigInt(lastSequence),
    })
    return { voter: ballot.voter, numbers: ballot.numbers, digest }
  })
}

async function digestVectors({ input, roundId }: SampleRound): Promise<Case[]> {
  const home = { chainId: input.rules.chainId, collection: input.rules.collection }
  const hash: Bytes32 = `0x${'33'.repeat(32)}`
  const account = addressOf('ada')
  const [row] = input.heads
  const head = row?.head ?? { round: roundId, size: '0', root: hash, signedAt: '0' }
  const refusal = {
    round: roundId,
    ballotDigest: hash,
    code: 'sequence-used',
    evidenceBlock: '0',
    at: '1800000060',
  }
  const brief = {
    round: roundId,
    creator: account,
    prompt: 'Low tide, two inks — für Ada',
    promptHash: hash,
    style: '',
    traits: 'Hour: night',
    licence: 'CC0-1.0',
    royaltyReceiver: account,
    count: 3,
    nonce: hash,
    deadline: '18446744073709551615',
  }
  const post = await signVote(roundId, hash, ada(OPENS + 60))
  const { ballot } = post
  return [
    await caseOf('Ballot', { ...home, message: ballot }, () =>
      ballotDigest(home.chainId, home.collection, ballot),
    ),
    await caseOf('Head', { ...home, message: head }, () => headDigest(home, head)),
    await caseOf('Refusal', { ...home, message: refusal }, () => refusalDigest(home, refusal)),
    await caseOf('Brief', { ...home, message: brief }, () => briefDigest(home, brief)),
  ]
}

const PARENT = `sha256:${'5e'.repeat(32)}`
const TRAITS = {
  'no parent': 'Hour: night\nMood: calm',
  'a parent': `Hour: night; Parent: ${PARENT}`,
  'two parents': `Parent: ${PARENT}\nParent: ${PARENT}`,
  'a parent in capitals': `Parent: sha256:${'5E'.repeat(32)}`,
  'a trait named Parent': 'Parent: a cormorant',
}

const OTHER = `sha256:${'0a'.repeat(32)}`
const WORKS = {
  'no work': 'Hour: night; Model: Anna',
  'a work': `Work: ${PARENT}`,
  'a work with what is declared of it': `Hour: night; Work: ${PARENT}; Title: Low tide; Model: a model; Version: 1.0; Seed: 7; Made with: ink, then a scanner`,
  'a work and references': `Work: ${PARENT}; Reference: ${OTHER}\nReference: ${PARENT}`,
  'references alone': `Reference: ${OTHER}; fog`,
  'two works': `Work: ${PARENT}\nWork: ${OTHER}`,
  'a work in capitals': `Work: sha256:${'5E'.repeat(32)}`,
  'a model declared twice': `Work: ${PARENT}; Model: a; Model: b`,
  'a model without a name': `Work: ${PARENT}; Model:`,
  'a title of 121 letters': `Work: ${PARENT}; Title: ${'x'.repeat(121)}`,
  'a reference twice': `Reference: ${OTHER}; Reference: ${OTHER}`,
  'a trait named Work': 'Work: hard',
}

/** What a recipe takes from the files that a brief names, and the traits that are left. */
function filesOf(traits: string) {
  const declared = declaredWorkOf({ traits })
  return {
    inputs: inputsOf({ traits }),
    ...(declared && declarationOf(declared)),
    traits: plainEntries(traits),
  }
}

const SALT = `0x${'5a'.repeat(32)}` as const
const WORDS = { text: 'A lighthouse over still water, three inks', salt: SALT }
const UMLAUTS = { text: 'Zwölf Möwen über dem Hafen 🌊', salt: `0x${'00'.repeat(32)}` as const }
const SEALED = sealedPrompt(promptSealOf(WORDS))
const PROMPTS: Record<string, { prompt: string; words?: unknown }> = {
  'a prompt in words': { prompt: WORDS.text },
  'words that only speak of a prompt': { prompt: 'Prompt: a lighthouse' },
  'a sealed prompt with its words': { prompt: SEALED, words: WORDS },
  'words beyond ASCII': { prompt: sealedPrompt(promptSealOf(UMLAUTS)), words: UMLAUTS },
  'white space as it is': {
    prompt: sealedPrompt(promptSealOf({ text: ' a\n b ', salt: SALT })),
    words: { text: ' a\n b ', salt: SALT },
  },
  'other words': { prompt: SEALED, words: { ...WORDS, text: `${WORDS.text}.` } },
  'another salt': { prompt: SEALED, words: { ...WORDS, salt: `0x${'5b'.repeat(32)}` } },
  'a sealed prompt without its words': { prompt: SEALED },
  'words beside a prompt in words': { prompt: WORDS.text, words: WORDS },
  'a seal with a space behind it': { prompt: `${SEALED} `, words: WORDS },
  'a seal with words behind it': { prompt: `${SEALED}, dense`, words: WORDS },
  'a seal without a space': { prompt: SEALED.replace('Prompt: ', 'Prompt:'), words: WORDS },
  'a seal in capitals': { prompt: `Prompt: sha256:${'5E'.repeat(32)}`, words: WORDS },
  'a seal of 63 digits': { prompt: SEALED.slice(0, -1), words: WORDS },
  'words with U+0000': {
    prompt: sealedPrompt(promptSealOf({ text: 'a\0b', salt: SALT })),
    words: { text: 'a\0b', salt: SALT },
  },
  'half a letter': {
    prompt: sealedPrompt(promptSealOf({ text: 'a\ud800', salt: SALT })),
    words: { text: 'a\ud800', salt: SALT },
  },
  'no words at all': { prompt: SEALED, words: { ...WORDS, text: '' } },
  'a short salt': { prompt: SEALED, words: { ...WORDS, salt: '0x5a' } },
  'more than words and salt': { prompt: SEALED, words: { ...WORDS, by: 'ada' } },
}

async function receiptVectors({ input, roundId }: SampleRound): Promise<Case[]> {
  const { rules, leaves } = input
  const [leaf] = leaves
  if (!leaf) throw new Error('the sample has no leaves')
  const hashes = leaves.map((one) => leafHashOf(leafBytes(one)))
  const { head, signature } = await headOf(roundId, leaves, OPENS + 4000)
  const receipt = { leaf, leafIndex: 0, path: inclusionPath(hashes, 0), head, headSignature: signature }
  const other = await leafOf(roundId, leaf.ballot.candidateRoot as Bytes32, ada(OPENS + 61), 9)
  const forged = await headOf(roundId, leaves, OPENS + 4000, 'ada')
  const inputs = {
    'a receipt': receipt,
    'at another place': { ...receipt, leafIndex: 1 },
    'for another ballot': { ...receipt, leaf: other },
    'with a path too short': { ...receipt, path: receipt.path.slice(1) },
    'with a head that the operator did not sign': { ...receipt, headSignature: forged.signature },
    'with a head of another round': { ...receipt, head: { ...head, round: `0x${'00'.repeat(32)}` } },
    'without a path': { leaf, leafIndex: 0, head, headSignature: signature },
  }
  return casesOf(inputs, (given) => verifyReceipt(parseReceipt(given), { rules, operator: rules.operator }))
}

/** Everything about single ballots, heads, refusals, briefs and receipts. */
export const ballotVectors = (round: SampleRound) => ({
  choices: () =>
    casesOf(CHOICES, ({ text, maxChoices, candidateCount }) => [
      ...METHODS.approval.parse(text, sampleChoiceContext({ maxChoices }, candidateCount)).numbers,
    ]),
  'choices-text': () =>
    casesOf(
      FIELDS,
      ({ field, upTo }) =>
        utf8(resolveChoices(field, upTo === undefined ? undefined : worksUpTo(upTo))).length,
    ),
  digests: () => digestVectors(round),
  signatures: signatureVectors,
  ballots: () => postVectors(round),
  'brief-parents': () => casesOf(TRAITS, (traits) => parentOfBrief({ traits })),
  'brief-works': () => casesOf(WORKS, filesOf),
  'private-prompts': () =>
    casesOf(PROMPTS, ({ words, ...brief }) => wordsBehind(brief, words) && promptSealIn(brief)),
  receipts: () => receiptVectors(round),
})
