import type { ReactNode } from 'react'
import * as counts from '#messages/counts.ts'

const traitsOf = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'trait' : 'traits'}`
const parentsOf = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'parent' : 'parents'}`
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

export const asked = (creator: string, prompt: string) => `${creator} asked for “${prompt}”.`
export const brought = (creator: string, prompt: string) => `${creator} brought a finished work: “${prompt}”.`
export const keptPrivate = (creator: string, seal: string) =>
  `The words are kept private by ${creator}, sealed as sha256:${seal}.`
export const wasSealed = (seal: string) => `Signed as the seal sha256:${seal}, and revealed later.`
export const signedOn = (day: string) => `signed ${day}`

export const variation = (
  parent: { title: ReactNode; creator: string } | undefined,
  moved: string | undefined,
) => (
  <>
    A variation of {parent ? parent.title : 'a work that does not hang here'}
    {parent && `, by ${parent.creator}`}
    {moved && `; moved: ${moved}`}.
  </>
)
export const namedInBrief = 'named in the signed brief'

export const recipe = (
  model: string,
  seed: string,
  { traits, parents }: { traits: number; parents: number },
) =>
  `${model}, seed ${seed}${traits > 0 ? `, ${traitsOf(traits)}` : ''}. ${parents === 0 ? 'No parent' : parentsOf(parents)}.`

type Declared = { model: string | null; seed: string | null; means: string | null }
export const declaredRecipe = (
  { model, seed, means }: Declared,
  { traits, parents }: { traits: number; parents: number },
) => {
  const said = [model ?? 'no model named', seed && `seed ${seed}`, means && `made with ${means}`]
  const counted = traits > 0 ? [traitsOf(traits)] : []
  return `Declared by the creator, not observed: ${[...said.filter(Boolean), ...counted].join(', ')}. ${parents === 0 ? 'No parent' : parentsOf(parents)}.`
}

export const declared = 'Made elsewhere: declared by the creator, not observed.'
export const fromRecipe = 'The worker says that these pixels came from this recipe.'
export const weights = {
  named: 'The recipe names the hash of its weights. Training data: unknown, nobody declared it.',
  byHand: 'Rules written by hand, no training data: who draws it again gets the same pixels.',
  unpublished: 'The maker publishes no hash of its weights. Training data: unknown, nobody declared it.',
  declared: 'Nobody here saw it being made. Training data: unknown, nobody declared it.',
  volunteer: (worker: string | number) =>
    `Rendered by a volunteer’s GPU, “${worker}”. Its weights were not observed. Training data: unknown, nobody declared it.`,
}
export const wordOfServer = 'word of this server'
export const wordOfCreator = (creator: string) => `word of ${creator}`
export const wordOf = (provider: string) => `word of ${provider}`

export const bytesVotedOn = 'The bytes shown here are the bytes voted on.'
export const bytesAdmitted = 'The bytes shown here are the bytes admitted.'

/** What the record says of credentials, by what the worker that signed wrote down. */
export const credentials = [
  {
    fact: 'in the file',
    text: 'C2PA, signed into the file before it was hashed: how it was made, and by what.',
  },
  {
    fact: 'beside the file',
    text: 'C2PA, beside the file, which may not change: who brought it, and that it was opened here.',
  },
  {
    fact: 'none',
    text: 'This server could not sign it: the file hangs as it came, with whatever it brought.',
  },
]
export const noCredentials = 'Nothing is recorded of any.'
export const rootNamed = (onChain: boolean) => (onChain ? 'root named on chain' : 'root named in the rules')
export const rootOfInstance = 'vouched for by this instance'

export const metadata = (traits: number) =>
  `Title, description and ${traitsOf(traits)}, as they were admitted.`

export const gates = (passed: number, all: number) =>
  `${passed} of ${all} passed, by rules that anyone can run again.`
export const whatFound = 'What each found'

export const closedUntil = (moment: string) => `Closed until ${moment}. Nobody sees them before.`
export const votingClosed = 'Voting is closed. They are published with the count.'
export const chose = (supporters: number, voters: number, score: string) =>
  `${supporters.toLocaleString('en')} of ${counts.voters(voters)}, ${score}.`
export const sealed = (ballots: number) => `All ${counts.ballots(ballots)} are in the sealed log.`
export const sealedEmpty = 'The log was sealed empty.'
export const posted = (count: number) => `${count.toLocaleString('en')} more came by the chain.`
export const signedBy = (voters: number) => `signed by ${counts.voters(voters)}`

export const uncounted = 'Not counted yet.'
type Place = { rank: number; ordinal: string; count: number; places: string }
export const chosen = ({ ordinal, places }: Place, score: string) =>
  `${ordinal} of ${lower(places)}, with ${score}.`
export const notChosen = (at: number, works: number, score: string) =>
  `Number ${at} of ${counts.works(works)}, with ${score}: not chosen.`
export const noResult = 'There is none before the count.'
export const closedByDirector = 'closed by the director'
export const neverClosed = 'never closed'
export const notClosed = 'not closed yet'

export const minted = (block: number) =>
  `Minted in block ${block}. Its address on chain is the hash of its record.`
export const mintedIn = (block: number) => `minted in block ${block}`
export const toMint = 'Chosen, and not minted yet.'
export const ifChosen = 'Minted only if the round chooses it.'

const percent = (bps: number) => `${(bps / 100).toLocaleString('en', { maximumFractionDigits: 2 })} %`
export const licence = (name: string, royaltyBps: number) =>
  `${name}, the same in brief, recipe, metadata and rules. Royalty ${percent(royaltyBps)}.`
