import type { ReactNode } from 'react'
import { pictureOf } from '#components/art/hung-work.ts'
import { WorkFrame } from '#components/art/work-frame.tsx'
import { judging } from '#components/rounds/round-words.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Dock } from '#components/ui/dock.tsx'
import type { DotKind } from '#components/ui/dot.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { PickButton, PickDot } from '#components/voting/pick-button.tsx'
import type { WorkView } from '#lib/candidates/schema.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import type { ResultView, RoundView } from '#lib/rounds/schema.ts'
import * as label from '#messages/provenance/back-labels.ts'
import { backLabels, stampOf, standingSentence } from './back-labels.ts'
import { CanvasBack, type CanvasLabels } from './canvas-back.tsx'
import { custodyLines } from './custody-lines.tsx'
import { Spread } from './spread.tsx'
import { OnSide, TurnButton, TurnOver } from './turn-over.tsx'
import { VersoChecks } from './verso-checks.tsx'
import { PictureHash, TamperButton, VersoBack, VersoCustody } from './verso-custody.tsx'
import { type TokenFacts, workFacts } from './work-facts.ts'
import { WorkLabel } from './work-label.tsx'
import { WorkSignage } from './work-signage.tsx'

type WorkPageProps = {
  round: RoundView & { roundId: Bytes32 }
  work: WorkView
  result: ResultView | null
  varyHref: string | null
}

function tokenOf({ round, work }: Pick<WorkPageProps, 'round' | 'work'>): TokenFacts | null {
  const mint = round.chain.minted.find(({ number }) => number === work.number)
  if (!mint) return null
  const { tokenId, tokenDigest, block } = mint
  return { tokenId, tokenDigest, block, path: `/ipfs/${rawCidOf(tokenDigest)}` }
}

function standingOf({ work, result }: WorkPageProps, token: TokenFacts | null): DotKind {
  if (token) return 'signed'
  return result?.result.winners.some(({ number }) => number === work.number) ? 'chosen' : 'candidate'
}

type Picking = { dot?: ReactNode; acts?: ReactNode; thumb?: ReactNode }

/** Picking is open to whoever looks, while the round is. */
function pickingOf({ round, work }: WorkPageProps, standing: DotKind): Picking {
  if (round.state !== 'voting' || work.number === null) return {}
  if (round.method === 'pairwise') {
    const { href, label } = judging(round)
    return {
      acts: <ButtonLink href={href}>{label}</ButtonLink>,
      thumb: (
        <ButtonLink href={href} size={44} wide>
          {label}
        </ButtonLink>
      ),
    }
  }
  const at = { roundId: round.roundId, number: work.number }
  return {
    dot: <PickDot {...at} standing={standing} />,
    acts: <PickButton {...at} title={work.title} size={40} />,
    thumb: <PickButton {...at} title={work.title} size={44} wide />,
  }
}

/** The hash of the picture follows the copy that somebody tampers with. */
function livingLabels(source: Parameters<typeof backLabels>[0]): CanvasLabels {
  const { maker, ...labels } = backLabels(source)
  const rows = maker.rows.map(({ name, value }) =>
    name === label.picture ? { name, value: <PictureHash>{value}</PictureHash> } : { name, value },
  )
  return { ...labels, maker: { ...maker, rows } }
}

/** A work in front and from behind: both fill the same rectangle. */
export function WorkPage(props: WorkPageProps) {
  const { round, work, result } = props
  const token = tokenOf(props)
  const facts = workFacts({ round, work, token, published: result !== null })
  const source = { round, work, result, token }
  const stamp = stampOf(source)
  const standing = standingOf(props, token)
  const picking = pickingOf(props, standing)
  const front = { ...pictureOf(work), src: work.src, srcSet: undefined }
  return (
    <VersoChecks facts={facts}>
      <Frame
        signage={
          <WorkSignage
            round={round}
            work={work}
            recordHref={result && `/api/v1/rounds/${round.roundId}/bundle?works=winners`}
          />
        }
      >
        <Spread
          picture={work}
          recto={
            <WorkLabel
              work={work}
              standing={standing}
              sentence={standingSentence(source)}
              dot={picking.dot}
              acts={picking.acts}
              varyHref={props.varyHref}
            />
          }
          verso={<VersoCustody lines={custodyLines({ ...source, recounts: facts.recount })} />}
        >
          <TurnOver
            front={<WorkFrame picture={front} eager />}
            back={
              <VersoBack>
                <CanvasBack
                  picture={{ src: work.thumb.src640, alt: '', width: work.width, height: work.height }}
                  labels={livingLabels(source)}
                  {...(stamp && { stamp })}
                />
              </VersoBack>
            }
          />
        </Spread>
      </Frame>
      <Dock>
        {picking.thumb && <OnSide side="recto">{picking.thumb}</OnSide>}
        <TurnButton from="recto" size={44} kind={picking.thumb ? 'plain' : 'main'} />
        <TurnButton from="verso" size={44} />
        <TamperButton kind="plain" />
      </Dock>
    </VersoChecks>
  )
}
