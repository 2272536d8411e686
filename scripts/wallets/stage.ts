import { concatHex, type Hex, zeroAddress } from 'viem'
import { smallWalletAbi, smallWalletBytecode } from '#contracts-abi/small-wallet.ts'
import { type BallotPost, ballotDigest } from '#lib/protocol/ballot.ts'
import { anvilClients } from '#scripts/anvil.ts'
import {
  addressOf,
  type FrozenRound,
  signBallot,
  unsignedBallot,
  votingRoundWith,
} from '#scripts/testing/hold-round.ts'
import { deploySafes, inOwnerOrder, type SafePlan, type Safes, signAsOwner } from '#scripts/testing/safe.ts'
import { accountOf, type Instance } from '#scripts/testing/with-instance.ts'

export const HOME = 31_337
const CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

/** An instance with wallets of every kind on its chain. */
export type Stage = {
  instance: Instance
  safes: Safes
  wallets: Record<'two' | 'one' | 'approves' | 'changes' | 'planned', SafePlan>
  small: Hex
}

export async function setStage(instance: Instance): Promise<Stage> {
  const safes = await deploySafes(instance)
  const wallets = {
    two: await safes.create(['olga', 'pia', 'quin'], 2, 1n),
    one: await safes.create(['olga'], 1, 2n),
    approves: await safes.create(['olga', 'pia'], 2, 3n),
    changes: await safes.create(['pia', 'rosa'], 2, 4n),
    planned: safes.plan(['quin', 'rosa'], 2, 5n),
  }
  await instance.fund('olga')
  return { instance, safes, wallets, small: await deploySmall(instance, 'olga') }
}

export async function deploySmall(instance: Instance, owner: string): Promise<Hex> {
  const args = [accountOf(owner).address] as const
  const tx = { abi: smallWalletAbi, bytecode: smallWalletBytecode, args } as const
  return instance.deployed(await instance.walletFor('olga').deployContract(tx))
}

/** An account whose code is a contract's from now on (EIP-7702). */
export async function delegate(instance: Instance, name: string, contract: Hex): Promise<Hex> {
  await instance.fund(name)
  const wallet = instance.walletFor(name)
  const authorization = await wallet.signAuthorization({ contractAddress: contract, executor: 'self' })
  await instance.mined(await wallet.sendTransaction({ to: zeroAddress, authorizationList: [authorization] }))
  return addressOf(name)
}

type Signing = { ballot: BallotPost['ballot']; digest: Hex; rules: FrozenRound['rules'] }
export type Case = {
  wallet: string
  voter: Hex
  /** What it signs for, the home chain unless given. */
  signingChain?: number
  sign: (signing: Signing) => Promise<Hex>
}

const byKey =
  (name: string, chainId = HOME) =>
  ({ ballot, rules }: Signing) =>
    signBallot(name, ballot, rules, chainId)

export const byOwners =
  ({ instance }: Stage, safe: SafePlan, ...owners: string[]) =>
  async ({ digest }: Signing) => {
    const signatures: { owner: string; signature: Hex }[] = []
    for (const owner of owners) {
      signatures.push({ owner, signature: await signAsOwner(owner, safe.address, digest, HOME) })
      // The next owner comes by later.
      await instance.moveTo((await instance.now()) + 30)
    }
    return inOwnerOrder(signatures)
  }

export async function postOf(
  { instance }: Stage,
  round: FrozenRound,
  given: Case,
  sequence = '1',
): Promise<BallotPost> {
  const { rules } = round
  const signingChain = given.signingChain ?? HOME
  const overrides = { sequence, validUntil: String(rules.closesAt) }
  const ballot = await unsignedBallot(instance, round, given.voter, [1], overrides)
  const digest = ballotDigest(signingChain, rules.collection, ballot)
  return { signingChain, ballot, signature: await given.sign({ ballot, digest, rules }) }
}

const votesOf = (holders: readonly string[]) => Object.fromEntries(holders.map((name) => [name, 10n]))

/** A round in which each of these accounts has ten votes. */
export function roundFor({ instance }: Stage, voters: readonly Hex[]): Promise<FrozenRound> {
  const holders = voters.map((_, index) => `holder ${index}`)
  const delegates = Object.fromEntries(voters.map((voter, index) => [`holder ${index}`, voter]))
  return votingRoundWith(instance, votesOf(holders), ['One', 'Two'], {}, delegates)
}

type Delegated = { plain: Hex; keyed: Hex }

export const casesOf = (stage: Stage, { plain, keyed }: Delegated): Case[] => {
  const { instance, safes, wallets, small } = stage
  return [
    { wallet: 'one key', voter: addressOf('anna'), sign: byKey('anna') },
    {
      wallet: 'one key, signing for another of the round’s chains',
      voter: addressOf('ben'),
      signingChain: 10,
      sign: byKey('ben', 10),
    },
    {
      wallet: 'Safe, two of three owners, one after the other',
      voter: wallets.two.address,
      sign: byOwners(stage, wallets.two, 'quin', 'olga'),
    },
    { wallet: 'Safe with one owner', voter: wallets.one.address, sign: byOwners(stage, wallets.one, 'olga') },
    {
      wallet: 'Safe that signed on chain',
      voter: wallets.approves.address,
      sign: async ({ digest }) => {
        await safes.approve(wallets.approves, ['olga', 'pia'], digest)
        await instance.moveTo((await instance.now()) + 30)
        return '0x'
      },
    },
    {
      wallet: 'Safe, one of whose owners leaves afterwards',
      voter: wallets.changes.address,
      sign: byOwners(stage, wallets.changes, 'pia', 'rosa'),
    },
    {
      wallet: 'Safe that is not deployed yet (ERC-6492)',
      voter: wallets.planned.address,
      sign: async (signing) =>
        safes.wrapped(wallets.planned, await byOwners(stage, wallets.planned, 'quin', 'rosa')(signing)),
    },
    {
      wallet: 'another contract (ERC-1271)',
      voter: small,
      sign: ({ digest }) => accountOf('olga').sign({ hash: digest }),
    },
    { wallet: 'one key with the code of a contract (EIP-7702)', voter: plain, sign: byKey('gus') },
    {
      wallet: 'the same, signed with a key that only its contract knows',
      voter: keyed,
      sign: ({ digest }) => accountOf('session key').sign({ hash: digest }),
    },
  ]
}

/** Code that loops until its gas is gone, and code that answers a megabyte. */
const BURNS: Hex = '0x5b600056'
const BOMBS: Hex = '0x620fffff6000fd'
const BARE: Hex = `0x${'ba'.repeat(20)}`
const BURNING: Hex = `0x${'b1'.repeat(20)}`
const BOMBING: Hex = `0x${'b2'.repeat(20)}`

/** Puts the contracts there that would hold a chain up. */
export async function setTraps({ control }: Instance): Promise<void> {
  const { setCode } = anvilClients(control.url).control
  await setCode({ address: BURNING, bytecode: BURNS })
  await setCode({ address: BOMBING, bytecode: BOMBS })
}

function upperForm(signature: Hex): Hex {
  const s = (CURVE_ORDER - BigInt(`0x${signature.slice(66, 130)}`)).toString(16).padStart(64, '0')
  return `0x${signature.slice(2, 66)}${s}${signature.endsWith('1b') ? '1c' : '1b'}`
}

/** What is refused, each with the sequence that its voter could use next. */
export const strangersOf = (stage: Stage): [Case, string?][] => {
  const { wallets } = stage
  return [
    [
      {
        wallet: 'of two strangers, for a Safe',
        voter: wallets.two.address,
        sign: byOwners(stage, wallets.two, 'sven', 'tess'),
      },
      '2',
    ],
    [
      {
        wallet: 'of one owner, for a Safe that asks for two',
        voter: wallets.two.address,
        sign: byOwners(stage, wallets.two, 'olga'),
      },
      '2',
    ],
    [
      {
        wallet: 'of two owners, for another ballot',
        voter: wallets.two.address,
        sign: ({ rules, ballot }) =>
          byOwners(stage, wallets.two, 'olga', 'quin')({ rules, ballot, digest: `0x${'07'.repeat(32)}` }),
      },
      '2',
    ],
    [
      {
        wallet: 'of an owner who has left, and one who has not',
        voter: wallets.changes.address,
        sign: byOwners(stage, wallets.changes, 'pia', 'rosa'),
      },
      '2',
    ],
    [
      {
        wallet: 'none, for a Safe that did not sign on chain',
        voter: wallets.approves.address,
        sign: async () => '0x',
      },
      '2',
    ],
    ...strangersToKeys(stage),
  ]
}

/** The same for accounts without code, for contracts that would hold a chain up, and for what is too long. */
const strangersToKeys = (stage: Stage): [Case, string?][] => [
  [{ wallet: 'of somebody else, for an account without code', voter: BARE, sign: byKey('anna') }],
  [
    {
      wallet: 'of a key, in its upper form',
      voter: addressOf('carl'),
      sign: async (signing) => upperForm(await byKey('carl')(signing)),
    },
  ],
  [
    {
      wallet: 'of a key, in the short form (EIP-2098)',
      voter: addressOf('carl'),
      sign: async (signing) => `0x${(await byKey('carl')(signing)).slice(2, 130)}`,
    },
  ],
  [{ wallet: 'none, for an account without code', voter: BARE, sign: async () => '0x' }],
  [{ wallet: 'for a contract that never ends', voter: BURNING, sign: byKey('anna') }],
  [{ wallet: 'for a contract that answers a megabyte', voter: BOMBING, sign: byKey('anna') }],
  [
    {
      wallet: 'of more than 8 KB',
      voter: stage.wallets.two.address,
      sign: async () => `0x${'00'.repeat(8193)}`,
    },
    '2',
  ],
  [
    {
      wallet: 'of 8 KB, which no leaf has room for',
      voter: stage.wallets.two.address,
      sign: async (signing) =>
        concatHex([
          await byOwners(stage, stage.wallets.two, 'olga', 'quin')(signing),
          `0x${'00'.repeat(8062)}`,
        ]),
    },
    '2',
  ],
]
