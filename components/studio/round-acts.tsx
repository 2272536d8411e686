import { AnchorTable } from '#components/rounds/anchor-table.tsx'
import { FreezeBox } from '#components/rounds/freeze-box.tsx'
import { MintTable, type MintView } from '#components/rounds/mint-row.tsx'
import { plural } from '#components/rounds/round-words.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Section } from '#components/ui/section.tsx'
import { METHOD_NAMES } from '#components/voting/ballot/ballot-words.ts'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import type { ClosingView, OpeningView, RoundView, WinnersView } from '#lib/rounds/schema.ts'
import { ActDesk } from './act-desk.tsx'
import { closingWords, openingWords, untilWords, winnersWords } from './missing-words.ts'

function Missing({ words }: { words: readonly string[] }) {
  return words.map((sentence) => (
    <p key={sentence} className="mt-2 text-15">
      {sentence}
    </p>
  ))
}

type ActProps = { chain: WalletChain; round: RoundView }

/** How the round is voted, with the limits that the method has. */
function methodText({ method, limits }: RoundView['rules']): string {
  const {
    maxChoices,
    credits = 0,
    creditUnit = '1',
    maxScore = 0,
    minComparisons = 0,
    minVoters = 0,
  } = limits
  const name = METHOD_NAMES[method]
  const most = `at most ${plural(maxChoices, method === 'pairwise' ? 'duel' : 'work')} on a ballot`
  switch (method) {
    case 'single':
      return name
    case 'quadratic':
      return `${name}, ${plural(credits, 'credit')} at most, one for ${plural(Number(creditUnit), 'vote')}; ${most}`
    case 'score':
      return `${name}, 1 to ${maxScore}; ${most}`
    case 'pairwise':
      return `${name}, ${most}; a place from ${plural(minComparisons, 'duel')} and ${plural(minVoters, 'voter')} on`
    default:
      return `${name}, ${most}`
  }
}

/** The rules as they will be hashed into the round's id. */
export function RulesBox({ round }: { round: RoundView }) {
  const { rules } = round
  const moment = (seconds: number) => formatMoment(seconds * 1000)
  return (
    <FreezeBox
      {...(round.roundId && { frozen: moment(rules.submissionsOpenAt) })}
      items={[
        { name: 'Round', ...(round.roundId ? { hash: round.roundId } : { text: 'hashed when it freezes' }) },
        { name: 'Method', text: methodText(rules) },
        { name: 'Places', text: String(rules.places) },
        { name: 'Briefs until', text: moment(rules.submissionsCloseAt) },
        { name: 'Votes', text: `${moment(rules.opensAt)} to ${moment(rules.closesAt)}` },
        { name: 'Votes are weighed', text: moment(rules.snapshotAt) },
        { name: 'Licence', text: rules.licence.id },
        { name: 'Royalty', text: `${rules.royalty.bps / 100} %` },
      ]}
    />
  )
}

export function OpenAct({ chain, round, opening }: ActProps & { opening: OpeningView }) {
  return (
    <Section title="Open the round" aside={untilWords(opening.opensAt)}>
      <p className="my-3 max-w-measure text-15">
        One transaction from the director’s wallet fixes the{' '}
        {opening.candidateCount > 0 ? plural(opening.candidateCount, 'work') : 'works'} and the dates on
        chain. Nothing can be edited after it. If it does not happen before voting opens, the round is
        cancelled.
      </p>
      {opening.call && round.roundId ? (
        <ActDesk
          chain={chain}
          roundId={round.roundId}
          act={{
            act: `Open the round: ${plural(opening.candidateCount, 'work')}`,
            signer: opening.signer,
            ...opening.call,
          }}
        />
      ) : (
        <Missing words={openingWords(opening.missing)} />
      )}
    </Section>
  )
}

export function CloseAct({ chain, round, closing }: ActProps & { closing: ClosingView }) {
  return (
    <Section title="Close the round">
      <p className="my-3 max-w-measure text-15">
        The director anchors what was counted. Anyone can recount it first, and challenge it in the window
        that follows.
      </p>
      {closing.closing && (
        <div className="mb-4">
          <FreezeBox
            items={[
              { name: 'Result', hash: closing.closing.resultHash },
              { name: 'Winners', hash: closing.closing.winnersRoot },
              { name: 'Record of the round', hash: closing.closing.bundleDigest },
            ]}
          />
        </div>
      )}
      {closing.call && round.roundId ? (
        <ActDesk
          chain={chain}
          roundId={round.roundId}
          act={{ act: 'Close the round', signer: closing.signer, ...closing.call }}
        />
      ) : (
        <Missing words={closingWords(closing.missing)} />
      )}
    </Section>
  )
}

function anchorRows(round: RoundView, closing: ClosingView) {
  const opened = round.chain.opened
  const closed = round.chain.closes.at(-1)
  const anchored = (hash: string | undefined, block: number | undefined) =>
    hash && block !== undefined
      ? ({ state: 'anchored', hash, block } as const)
      : ({ state: 'not yet' } as const)
  return [
    {
      what: 'Result',
      source: 'result.json',
      ...(closing.closing && { here: closing.closing.resultHash }),
      chain: anchored(closed?.resultHash, closed?.block),
    },
    {
      what: 'Winners',
      source: 'winners.jsonl',
      ...(closing.closing && { here: closing.closing.winnersRoot }),
      chain: anchored(closed?.winnersRoot, closed?.block),
    },
    {
      what: 'Record',
      source: 'manifest.json',
      ...(closing.closing && { here: closing.closing.bundleDigest }),
      chain: anchored(closed?.bundleDigest, closed?.block),
    },
    {
      what: 'Works',
      source: 'candidates.jsonl',
      ...(round.candidateRoot && { here: round.candidateRoot }),
      chain: anchored(opened && round.candidateRoot ? round.candidateRoot : undefined, opened?.block),
    },
  ]
}

type MintProps = ActProps & { winners: WinnersView; closing: ClosingView; works: readonly MintView[] }

/** Plan, cost, sign, minted: all winners in one transaction that anybody may send. */
export function MintAct({ chain, round, winners, closing, works }: MintProps) {
  const left = winners.rows.filter(({ minted }) => !minted).length
  return (
    <div className="grid gap-10">
      <Section title="Winners" aside={`${winners.rows.length} of ${round.places} places`}>
        <MintTable winners={works} />
      </Section>
      <Section title="Anchors" aside="computed here, read from chain">
        <AnchorTable rows={anchorRows(round, closing)} />
      </Section>
      <Section title={left === 0 ? 'Minted' : 'Mint'}>
        <p className="my-3 max-w-measure text-15">
          {left === 0
            ? 'Every winner is a token. Its address on chain is the hash of its record.'
            : 'The contract mints only what is proven against the anchored winners. It sends each token to the address above; nobody can change that now.'}
        </p>
        {winners.call && round.roundId ? (
          <ActDesk
            chain={chain}
            roundId={round.roundId}
            act={{
              act: left === 1 ? 'Mint one work' : `Mint ${left} works`,
              signer: { role: 'account', address: null },
              ...winners.call,
            }}
          />
        ) : (
          <Missing words={winnersWords(winners.missing)} />
        )}
        {left === 0 && winners.rows.length > 0 && (
          <div className="mt-4">
            <ButtonLink href={`/c/${round.community.slug}`}>To the collection</ButtonLink>
          </div>
        )}
      </Section>
    </div>
  )
}
