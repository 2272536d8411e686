'use client'

import { type FloorRound, HomeFloor } from '#components/rounds/floor.tsx'
import { AwaitedWall, FirstVisitWall, WinnerWall } from '#components/rounds/on-the-wall.tsx'
import type { RoomName } from '#components/ui/room.tsx'
import { Group, type Part } from '#components/workshop/group.tsx'
import { NOW, sampleRound, sampleRow } from '#components/workshop/sample/round.ts'
import { LONG_TITLE, sampleWork, sampleWorks } from '#components/workshop/sample/works.ts'

const walls: Part = {
  file: 'components/rounds/on-the-wall.tsx',
  states: {
    'the last winner': <WinnerWall round={sampleRound('minted')} work={sampleWork(1)} result={null} />,
    'a high winner with a long title': (
      <WinnerWall
        round={sampleRound('final')}
        work={{ ...sampleWork(3), title: sampleWork(LONG_TITLE).title }}
        result={null}
      />
    ),
    'a first round runs': <AwaitedWall round={sampleRow('voting', 'Two Inks')} seeding={false} />,
    'nobody has begun': <FirstVisitWall communities={0} seeding={false} />,
    'the demo begins': <FirstVisitWall communities={0} seeding />,
  },
}

const WAYS = { ballot: '#ballot', brief: '#brief', recount: '#recount' }
const VOTING: FloorRound = { round: sampleRow('voting', 'Two Inks'), works: sampleWorks(84) }
const FILLING: FloorRound = {
  round: sampleRow('voting', 'Tidal studies', { candidateCount: 9 }),
  works: sampleWorks(9),
}

const floors: Part = {
  file: 'components/rounds/floor.tsx',
  states: {
    'two rounds, and others': (
      <HomeFloor
        rounds={[VOTING, FILLING]}
        others={[sampleRow('voting', 'Levee'), sampleRow('voting', 'Marram')]}
        now={NOW}
        named
        ways={WAYS}
      />
    ),
    'nothing runs': (
      <HomeFloor rounds={[]} others={[]} now={NOW} named={false} ways={WAYS}>
        <p className="page-edge text-15">No round is running now.</p>
      </HomeFloor>
    ),
  },
}

const PARTS = [walls, floors]

export function HomeParts({ room }: { room: RoomName }) {
  return <Group name="home" room={room} parts={PARTS} />
}
