import { z } from 'zod'
import { draftAnswerSchema, staleDraftSchema } from '#lib/ballots/drafts/schema.ts'
import {
  acceptedSchema,
  consistencyViewSchema,
  eligibilitySchema,
  headViewSchema,
  inclusionViewSchema,
  keptAllowlistSchema,
  refusedSchema,
} from '#lib/ballots/schema.ts'
import {
  pendingParamsSchema,
  pendingViewSchema,
  signPendingSchema,
  startPendingSchema,
} from '#lib/flows/pending-ballot/schema.ts'
import { ballotPostSchema } from '#lib/protocol/ballot.ts'
import { made, type Operation, ok, ROUND } from './operation.ts'
import * as api from './schemas.ts'

/** Ballots, their log and what they weigh. */
export const VOTE_OPERATIONS: Operation[] = [
  {
    method: 'post',
    path: '/api/v1/communities/{slug}/allowlists',
    summary: 'Send a list of addresses with amounts (CSV, JSON or one record a line) that a round may count',
    params: api.communityParams,
    body: z.string(),
    answer: made(keptAllowlistSchema),
    signedIn: true,
  },
  {
    method: 'get',
    path: `${ROUND}/allowlists/{root}`,
    summary: 'The whole list of a strategy, as it is in the bundle',
    params: api.allowlistParams,
    answer: ok('application/jsonl'),
  },
  {
    method: 'get',
    path: `${ROUND}/eligibility`,
    summary: 'Votes of an address at the snapshot, and why there are none',
    params: api.roundParams,
    query: api.eligibilityQuery,
    answer: ok(eligibilitySchema),
  },
  {
    method: 'get',
    path: `${ROUND}/ballots`,
    summary: 'The last sequence of whoever is signed in',
    params: api.roundParams,
    answer: ok(api.lastSequenceSchema),
    signedIn: true,
  },
  {
    method: 'post',
    path: `${ROUND}/ballots`,
    summary: 'Cast a signed ballot: a receipt, or a signed refusal',
    params: api.roundParams,
    body: ballotPostSchema,
    answer: made(acceptedSchema),
    refused: refusedSchema,
  },
  {
    method: 'get',
    path: `${ROUND}/ballots/{digest}`,
    summary: 'The receipt again; before the close only for its voter',
    params: api.receiptParams,
    answer: ok(acceptedSchema),
  },
  {
    method: 'post',
    path: `${ROUND}/pending-ballots`,
    summary: 'Keep a ballot until the owners of its Safe have signed it; the answer holds the key to it',
    params: api.roundParams,
    body: startPendingSchema,
    answer: made(pendingViewSchema),
  },
  {
    method: 'get',
    path: `${ROUND}/pending-ballots/{key}`,
    summary: 'Who has signed it, and its receipt once it is in the log',
    params: pendingParamsSchema,
    answer: ok(pendingViewSchema),
  },
  {
    method: 'post',
    path: `${ROUND}/pending-ballots/{key}/signatures`,
    summary:
      'Sign as an owner (EIP-712 `SafeMessage` over the digest), or say that the Safe signed on chain; sent to the ' +
      'log with the last signature that is needed',
    params: pendingParamsSchema,
    body: signPendingSchema,
    answer: ok(pendingViewSchema),
  },
  {
    method: 'get',
    path: `${ROUND}/draft`,
    summary: 'The draft of a ballot that is kept for whoever is signed in, and for nobody else',
    params: api.roundParams,
    answer: ok(draftAnswerSchema),
    signedIn: true,
  },
  {
    method: 'put',
    path: `${ROUND}/draft`,
    summary:
      'Keep a draft until the close; with the version that it rests on, so that no device undoes another',
    params: api.roundParams,
    body: api.draftBody,
    answer: ok(draftAnswerSchema),
    stale: staleDraftSchema,
    signedIn: true,
  },
  {
    method: 'delete',
    path: `${ROUND}/draft`,
    summary: 'Forget the draft',
    params: api.roundParams,
    answer: ok(draftAnswerSchema),
    signedIn: true,
  },
  {
    method: 'get',
    path: `${ROUND}/log/heads`,
    summary: 'Signed heads of the log, the newest first',
    params: api.roundParams,
    query: api.headsQuery,
    answer: ok(api.listOf(headViewSchema)),
  },
  {
    method: 'get',
    path: `${ROUND}/log/hashes`,
    summary: 'Leaf hashes of the log in order',
    params: api.roundParams,
    query: api.hashesQuery,
    answer: ok(api.listOf(api.leafHashSchema)),
  },
  {
    method: 'get',
    path: `${ROUND}/proofs/inclusion`,
    summary: 'Proof that a leaf is in the log (RFC 9162)',
    params: api.roundParams,
    query: api.inclusionQuery,
    answer: ok(inclusionViewSchema),
  },
  {
    method: 'get',
    path: `${ROUND}/proofs/consistency`,
    summary: 'Proof that one log continues another (RFC 9162)',
    params: api.roundParams,
    query: api.consistencyQuery,
    answer: ok(consistencyViewSchema),
  },
  {
    method: 'get',
    path: `${ROUND}/bundle`,
    summary: 'The public record as bundle.zip',
    params: api.roundParams,
    query: api.bundleQuery,
    answer: ok('application/zip'),
  },
]
