import { z } from 'zod'
import { soughtSchema } from '#lib/candidates/likeness/schema.ts'
import { candidateViewSchema, exposureSchema, hangSchema, impressionsSchema } from '#lib/candidates/schema.ts'
import { communityViewSchema, registerCommunitySchema } from '#lib/communities/schema.ts'
import { metadataQuery, workMetadataSchema, workParams } from '#lib/flows/describe-work/schema.ts'
import { foundWorksSchema } from '#lib/flows/find-work/schema.ts'
import {
  briefParamsSchema,
  pictureParamsSchema,
  progressQuerySchema,
  retriedSchema,
  roundParamsSchema,
  streamQuerySchema,
} from '#lib/flows/submit/schema.ts'
import { batchQuotesSchema } from '#lib/generation/routing/schema.ts'
import { acceptedBriefSchema, briefProgressSchema, signedBriefSchema } from '#lib/generation/schema.ts'
import { UPLOAD_MIMES, uploadedSchema } from '#lib/generation/uploads/schema.ts'
import { tokenViewSchema } from '#lib/minting/schema.ts'
import { promptOpeningSchema } from '#lib/protocol/brief-private.ts'
import {
  closingViewSchema,
  createRoundSchema,
  openingViewSchema,
  roundSummarySchema,
  roundViewSchema,
  winnersViewSchema,
} from '#lib/rounds/schema.ts'
import { made, type Operation, ok, ROUND } from './operation.ts'
import * as api from './schemas.ts'
import { VOTE_OPERATIONS } from './vote-operations.ts'

const site: Operation[] = [
  {
    method: 'get',
    path: '/api/v1/health',
    summary: 'Whether the parts answer',
    answer: ok(api.healthSchema),
  },
  { method: 'get', path: '/api/v1/clock', summary: 'The instance’s clock', answer: ok(api.clockSchema) },
  { method: 'get', path: '/api/v1/session', summary: 'Who is signed in', answer: ok(api.sessionSchema) },
  { method: 'get', path: '/api/v1/session/nonce', summary: 'Begin to sign in', answer: ok(api.nonceSchema) },
  {
    method: 'post',
    path: '/api/v1/session/verify',
    summary: 'Sign in with Ethereum (EIP-4361)',
    body: api.verifyBody,
    answer: ok(api.sessionSchema),
  },
  { method: 'post', path: '/api/v1/session/logout', summary: 'Sign out', answer: ok(api.sessionSchema) },
  {
    method: 'get',
    path: '/api/v1/communities',
    summary: 'Communities of this instance',
    answer: ok(api.listOf(communityViewSchema)),
  },
  {
    method: 'post',
    path: '/api/v1/communities',
    summary: 'Register a deployed collection as its director',
    body: registerCommunitySchema,
    answer: made(communityViewSchema),
    signedIn: true,
  },
  {
    method: 'post',
    path: '/api/v1/uploads',
    summary:
      'Bring a picture, for a brief of the same account to name: the file itself as the body, at most 32 MiB. It is ' +
      'written anew without metadata; what comes back is what is kept',
    body: UPLOAD_MIMES,
    answer: made(uploadedSchema),
    signedIn: true,
  },
  {
    method: 'get',
    path: '/api/v1/tokens/{id}',
    summary: 'A minted token and its round',
    params: api.tokenParams,
    query: api.tokenQuery,
    answer: ok(tokenViewSchema),
  },
  {
    method: 'get',
    path: '/api/v1/works',
    summary:
      'Hung works that a picture is, by the SHA-256 of its file or over its pixels, or, where it is none, those that ' +
      'look like it, by its near-hash; the nearest first. Nothing of the picture is sent but hashes',
    query: soughtSchema,
    answer: ok(foundWorksSchema),
  },
  {
    method: 'get',
    path: '/api/v1/works/{hash}/metadata',
    summary:
      'A work by the SHA-256 of its file, for others to read: ERC-721 metadata, which for a minted work is its ' +
      'token.json with the address of its page, or JSON-LD of schema.org, which names the credentials (C2PA) that stand ' +
      'beside a finished work',
    params: workParams,
    query: metadataQuery,
    answer: ok(workMetadataSchema),
  },
  { method: 'get', path: '/api/v1/openapi.json', summary: 'This document', answer: ok(z.unknown()) },
]

const rounds: Operation[] = [
  {
    method: 'get',
    path: '/api/v1/rounds',
    summary: 'Rounds, the latest voting first',
    query: api.roundsQuery,
    answer: ok(api.listOf(roundSummarySchema)),
  },
  {
    method: 'post',
    path: '/api/v1/rounds',
    summary: 'A draft from the template',
    body: createRoundSchema,
    answer: made(roundViewSchema),
    signedIn: true,
  },
  {
    method: 'get',
    path: ROUND,
    summary: 'A round; a draft by the key of its row, for its director',
    params: api.draftParams,
    answer: ok(roundViewSchema),
  },
  {
    method: 'post',
    path: `${ROUND}/freeze`,
    summary: 'Freeze the rules and open submissions',
    params: api.draftParams,
    answer: ok(roundViewSchema),
    signedIn: true,
  },
  {
    method: 'post',
    path: `${ROUND}/cancel`,
    summary: 'End a round that is not opened on chain yet',
    params: api.draftParams,
    body: api.cancelBody,
    answer: ok(roundViewSchema),
    signedIn: true,
  },
  {
    method: 'post',
    path: `${ROUND}/volunteers`,
    summary: 'Let volunteers’ computers render the briefs of a round, or no longer',
    params: api.draftParams,
    body: api.volunteersBody,
    answer: ok(roundViewSchema),
    signedIn: true,
  },
  {
    method: 'post',
    path: `${ROUND}/routing`,
    summary: 'Say what a round asks of providers, and what its pictures may cost',
    params: api.draftParams,
    body: api.routingBody,
    answer: ok(roundViewSchema),
    signedIn: true,
  },
  {
    method: 'get',
    path: `${ROUND}/quotes`,
    summary: 'What a batch of pictures would cost at every provider, and when it would be done',
    params: api.draftParams,
    query: api.quotesQuery,
    answer: ok(batchQuotesSchema),
  },
  {
    method: 'post',
    path: `${ROUND}/briefs`,
    summary: 'Hand in a signed brief',
    params: roundParamsSchema,
    body: signedBriefSchema,
    answer: made(acceptedBriefSchema),
    signedIn: true,
  },
  {
    method: 'post',
    path: `${ROUND}/briefs/{digest}/reveal`,
    summary: 'Give the words of a private prompt to everybody, for good, as the creator of its brief',
    params: briefParamsSchema,
    answer: ok(promptOpeningSchema),
    signedIn: true,
  },
  {
    method: 'get',
    path: `${ROUND}/progress`,
    summary: 'Where the pictures of a brief stand',
    params: roundParamsSchema,
    query: progressQuerySchema,
    answer: ok(briefProgressSchema),
  },
  {
    method: 'get',
    path: `${ROUND}/progress/stream`,
    summary:
      'The same as server-sent events: `picture` with the event’s sequence as id and one item of progress as ' +
      'data, then `settled`; resumes after Last-Event-ID; 204 when nothing is left to tell',
    params: roundParamsSchema,
    query: streamQuerySchema,
    answer: ok('text/event-stream'),
  },
  {
    method: 'post',
    path: `${ROUND}/pictures/{task}/retry`,
    summary: 'Try a picture that was turned away again, as the creator of its brief',
    params: pictureParamsSchema,
    answer: made(retriedSchema),
    signedIn: true,
  },
  {
    method: 'get',
    path: `${ROUND}/candidates`,
    summary: 'Admitted works; the cursor of a work is its content hash, 64 hex digits',
    params: api.roundParams,
    query: api.candidatesQuery,
    answer: ok(api.listOf(candidateViewSchema)),
  },
  {
    method: 'get',
    path: `${ROUND}/hang`,
    summary: 'All works of a numbered round in an order, each with its ratio: what a wall is laid out from',
    params: api.roundParams,
    query: api.hangQuery,
    answer: ok(hangSchema),
  },
  {
    method: 'get',
    path: `${ROUND}/exposure`,
    summary: 'How often each work had been seen at an epoch; nothing about who looked',
    params: api.roundParams,
    query: api.exposureQuery,
    answer: ok(exposureSchema),
  },
  {
    method: 'post',
    path: `${ROUND}/impressions`,
    summary: 'Works that somebody looked at while the round is open for votes, each once a device',
    params: api.roundParams,
    body: impressionsSchema,
    answer: ok(api.impressionsAnswer),
  },
  {
    method: 'get',
    path: `${ROUND}/works/{hash}/{part}`,
    summary:
      'The very bytes that a hash of a work’s record covers; the signed typed data for its brief. `prompt` is ' +
      'its words, with the salt of those that were sealed, once they are revealed',
    params: api.workPartParams,
    answer: ok('application/json'),
  },
  {
    method: 'post',
    path: `${ROUND}/sync`,
    summary: 'Read the chain up to a transaction just sent',
    params: api.roundParams,
    query: api.syncQuery,
    answer: ok(api.syncSchema),
  },
]

const acts: Operation[] = [
  ['opening', 'openRound', openingViewSchema] as const,
  ['closing', 'closeRound', closingViewSchema] as const,
  ['winners', 'mintWinners', winnersViewSchema] as const,
].map(([name, call, view]) => ({
  method: 'get',
  path: `${ROUND}/${name}`,
  summary: `The exact ${call} call, and what is missing for it`,
  params: api.roundParams,
  answer: ok(view),
}))

/** Every operation under /api/v1, except webhooks, which providers call. */
export const OPERATIONS: readonly Operation[] = [...site, ...rounds, ...acts, ...VOTE_OPERATIONS]
