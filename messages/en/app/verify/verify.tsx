import type { ReactNode } from 'react'
import * as counts from '#messages/counts.ts'

export const title = 'Verify'
export const about =
  'Nobody has to believe this server. Everything a round was is in its record; anyone can do the count again.'
export const fromDisk = 'Check a record from your disk'
export const inBrowser = 'in this browser'
export const withoutSite = 'Or without this site'
export const oneFile =
  'The same check as one file. Save it, open it from your disk, drop a bundle on it: it reaches no network, and nothing on this server can change it any more.'
export const compareHash = 'Keep it, and compare its hash with the one in the release notes:'
export const save = (file: string) => `Save ${file}`
export const heldElsewhere = 'Votes held elsewhere'
export const snapshot = (link: ReactNode) => (
  <>A closed proposal of Snapshot can be counted again too, as it was counted there and exactly: {link}.</>
)
export const recountProposal = 'recount a Snapshot proposal'
export const withRecord = 'Rounds with a record'
export const noneClosed = 'No round is closed yet.'
export const whenPublished = 'A round’s record is published with its close.'
export const toRounds = 'To the rounds'
export const closed = (community: string, at: string, ballots: number) =>
  `${community}, closed ${at}. ${counts.ballots(ballots)}.`
export const recountHere = 'Recount it here'
export const download = 'Download the record'
export const fromSource = 'From the source, best with a node of your own after --rpc:'
export const command = (round: string) => `the command that checks ${round}`
export const whatYouTrust = 'What you still trust'
export const trusted =
  'The block hashes that the report prints: compare them elsewhere. The node that answers for the chain: ask a second one. That the collection’s address is the community’s. That a picture came from its prompt: that is the word of whoever made it.'
