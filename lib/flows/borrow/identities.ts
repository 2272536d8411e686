import { privateKeyToAddress } from 'viem/accounts'
import { powerSources } from '#lib/ballots/allowlists/data.ts'
import { findLogRound, type LogRound, lastSequences } from '#lib/ballots/data.ts'
import { readPowers, snapshotsBy } from '#lib/ballots/powers/data.ts'
import { type Community, listCommunityRows } from '#lib/communities/data.ts'
import type { Services } from '#lib/flows/services.ts'
import { LOCAL_CHAIN_ID } from '#lib/platform/env.ts'
import { AppError } from '#lib/platform/errors.ts'
import { readRoles } from '#lib/platform/roles.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { type Identities, type Identity, type IdentityKind, localKey } from './schema.ts'

/** Curators are looked for among so many; those of the demo who hold no votes in the round are left out. */
const CURATORS_ASKED = 64
const FRESH_SHOWN = 4
const VOTED_SHOWN = 2
const CREATORS_SHOWN = 3

type Reading = Pick<Services, 'db' | 'storage' | 'chain' | 'chainId' | 'clientFor' | 'chainIds'>

function addressOf(role: string): Address {
  return privateKeyToAddress(localKey(role)).toLowerCase() as Address
}

function identity(troupe: string, kind: IdentityKind, number: number | null): Identity {
  const role = number === null ? `${troupe} ${kind}` : `${troupe} ${kind} ${number}`
  const name = number === null ? kind : `${kind} ${number + 1}`
  return { role, kind, name, address: addressOf(role), votes: null, voted: false }
}

const many = (troupe: string, kind: IdentityKind, count: number) =>
  Array.from({ length: count }, (_, number) => identity(troupe, kind, number))

/** A community is a demo's when its contract names the director whose key anyone can derive. */
async function isPlayed({ chain }: Reading, { slug, collection }: Community): Promise<boolean> {
  return (await readRoles(chain, collection)).director === addressOf(`${slug} director`)
}

/** The demo's community: the round's own if it is one, else the oldest. */
async function troupeOf(reading: Reading, round: LogRound | null): Promise<Community | null> {
  const rows = await listCommunityRows(reading.db)
  const ofRound = ({ collection }: Community) => (collection === round?.rules.collection ? 0 : 1)
  const communities = rows
    .map(({ community }) => community)
    .toSorted((a, b) => ofRound(a) - ofRound(b) || a.deployBlock - b.deployBlock)
  for (const community of communities) if (await isPlayed(reading, community)) return community
  return null
}

/** Curators with votes in the round: some who have not voted yet, and a few who have. */
async function curatorsOf(reading: Reading, troupe: string, round: LogRound): Promise<Identity[]> {
  const sources = powerSources(reading)
  const asked = many(troupe, 'curator', CURATORS_ASKED)
  const addresses = asked.map(({ address }) => address)
  const { snapshots, isTaken } = await snapshotsBy(sources, round.rules)
  const [records, sequences] = await Promise.all([
    readPowers(sources, round.rules, snapshots, addresses),
    lastSequences(reading.db, round.rowId, addresses),
  ])
  const home = snapshots.findLast(({ chainId }) => chainId === round.rules.chainId)
  const block = (isTaken && home?.snapshot.block.number) || null
  const able = asked.flatMap((person, place) => {
    const count = records[place]?.power ?? '0'
    return count === '0' ? [] : [{ ...person, votes: { count, block }, voted: sequences.has(person.address) }]
  })
  const fresh = able.filter(({ voted }) => !voted).slice(0, FRESH_SHOWN)
  return [...fresh, ...able.filter(({ voted }) => voted).slice(0, VOTED_SHOWN)]
}

/**
 * Whom a visitor may borrow. Curators are named for a round only, since their votes are weighed there.
 * @throws AppError local-only, power-unavailable, chain-unavailable
 */
export async function identities(reading: Reading, roundId: Bytes32 | null): Promise<Identities> {
  if (reading.chainId !== LOCAL_CHAIN_ID) throw new AppError('local-only')
  const round = roundId && (await findLogRound(reading.db, roundId))
  const community = await troupeOf(reading, round || null)
  if (!community) return { community: null, people: [] }
  const { slug, name } = community
  const curators = round ? await curatorsOf(reading, slug, round) : []
  const people = [...curators, ...many(slug, 'creator', CREATORS_SHOWN), identity(slug, 'director', null)]
  return { community: name, people }
}
