import type { ReactNode } from 'react'
import * as counts from '#messages/counts.ts'

export const onTheWall = 'On the wall'
export const winnerOf = (round: number | undefined, since: string | null) => (
  <>
    Winner of round {round}
    {since && (
      <>
        ,<br />
        since {since}
      </>
    )}
  </>
)
export const firstOf = (works: number, round: ReactNode, score: string | null, mintedIn: number | null) => (
  <>
    First of {counts.works(works)} in {round}
    {score && `, with ${score}`}.{mintedIn !== null && ` Minted in block ${mintedIn}.`}
  </>
)
export const size = (width: number, height: number) => `${width} × ${height} px, edition of 1`
export const turnOver = 'Turn over'

export const undecided = 'Nothing yet: no round has been decided.'
export const stillMade = ' The demo is still being made, and this page shows each round as it comes.'
export const hangsHere = (round: string) => `What ${round} chooses hangs here.`
export const placesOn = (state: string, places: number) => `${state}. ${counts.places(places)} on this wall.`
export const toRound = 'To the round'

export const seeding = {
  title: 'The first rounds are being hung.',
  text: 'A community is founded, briefs are signed, pictures are printed, ballots are cast. It takes about a minute, and this page shows each as it comes.',
}
export const first = {
  title: 'The first work hangs here.',
  text: 'A community asks for pictures, votes with one signature each, and mints what it chose, with a record that anyone can check.',
}
export const setUpRound = 'Set up a round'
export const foundCommunity = 'Found a community'
export const nothingYet = 'Nothing yet.'
