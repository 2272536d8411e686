import { AnchorTable } from '#components/rounds/anchor-table.tsx'
import { FreezeBox } from '#components/rounds/freeze-box.tsx'
import { MintTable, type MintView } from '#components/rounds/mint-row.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Section } from '#components/ui/section.tsx'
import { METHOD_NAMES } from '#components/voting/ballot/ballot-words.ts'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import type { ClosingView, OpeningView, RoundView, WinnersView } from '#lib/rounds/schema.ts'
import * as text from '#messages/studio/round-acts.ts'
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
  switch (method) {
    case 'single':
      return name
    case 'quadratic':
      return text.quadratic(name, credits, Number(creditUnit), maxChoices)
    case 'score':
      return text.score(name, maxScore, maxChoices)
    case 'pairwise':
      return text.pairwise(name, maxChoices, minComparisons, minVoters)
    default:
      return text.choices(name, maxChoices)
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
        { name: text.round, ...(round.roundId ? { hash: round.roundId } : { text: text.notHashed }) },
        { name: text.method, text: methodText(rules) },
        { name: text.places, text: String(rules.places) },
        { name: text.briefsUntil, text: moment(rules.submissionsCloseAt) },
        { name: text.votes, text: text.span(moment(rules.opensAt), moment(rules.closesAt)) },
        { name: text.weighed, text: moment(rules.snapshotAt) },
        { name: text.licence, text: rules.licence.id },
        { name: text.royalty, text: `${rules.royalty.bps / 100} %` },
      ]}
    />
  )
}

export function OpenAct({ chain, round, opening }: ActProps & { opening: OpeningView }) {
  return (
    <Section title={text.openRound} aside={untilWords(opening.opensAt)}>
      <p className="my-3 max-w-measure text-15">{text.fixes(opening.candidateCount)}</p>
      {opening.call && round.roundId ? (
        <ActDesk
          chain={chain}
          roundId={round.roundId}
          act={{
            act: text.openWith(opening.candidateCount),
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
    <Section title={text.closeRound}>
      <p className="my-3 max-w-measure text-15">{text.anchors}</p>
      {closing.closing && (
        <div className="mb-4">
          <FreezeBox
            items={[
              { name: text.result, hash: closing.closing.resultHash },
              { name: text.winners, hash: closing.closing.winnersRoot },
              { name: text.recordOfRound, hash: closing.closing.bundleDigest },
            ]}
          />
        </div>
      )}
      {closing.call && round.roundId ? (
        <ActDesk
          chain={chain}
          roundId={round.roundId}
          act={{ act: text.closeRound, signer: closing.signer, ...closing.call }}
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
      what: text.result,
      source: 'result.json',
      ...(closing.closing && { here: closing.closing.resultHash }),
      chain: anchored(closed?.resultHash, closed?.block),
    },
    {
      what: text.winners,
      source: 'winners.jsonl',
      ...(closing.closing && { here: closing.closing.winnersRoot }),
      chain: anchored(closed?.winnersRoot, closed?.block),
    },
    {
      what: text.record,
      source: 'manifest.json',
      ...(closing.closing && { here: closing.closing.bundleDigest }),
      chain: anchored(closed?.bundleDigest, closed?.block),
    },
    {
      what: text.works,
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
      <Section title={text.winners} aside={text.ofPlaces(winners.rows.length, round.places)}>
        <MintTable winners={works} />
      </Section>
      <Section title={text.anchorsTitle} aside={text.anchorsAside}>
        <AnchorTable rows={anchorRows(round, closing)} />
      </Section>
      <Section title={left === 0 ? text.minted : text.mint}>
        <p className="my-3 max-w-measure text-15">
          {left === 0 ? text.everyWinnerMinted : text.whatIsMinted}
        </p>
        {winners.call && round.roundId ? (
          <ActDesk
            chain={chain}
            roundId={round.roundId}
            act={{
              act: text.mintWorks(left),
              signer: { role: 'account', address: null },
              ...winners.call,
            }}
          />
        ) : (
          <Missing words={winnersWords(winners.missing)} />
        )}
        {left === 0 && winners.rows.length > 0 && (
          <div className="mt-4">
            <ButtonLink href={`/c/${round.community.slug}`}>{text.toCollection}</ButtonLink>
          </div>
        )}
      </Section>
    </div>
  )
}
