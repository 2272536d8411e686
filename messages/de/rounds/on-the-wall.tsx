import type { ReactNode } from 'react'
import * as counts from '#messages/counts.ts'

export const onTheWall = 'An der Wand'
export const winnerOf = (round: number | undefined, since: string | null) => (
  <>
    Gewähltes Werk der Runde {round}
    {since && (
      <>
        ,<br />
        seit {since}
      </>
    )}
  </>
)
const ofWorks = (count: number) => (count === 1 ? 'einem Werk' : `${count.toLocaleString('de-DE')} Werken`)
export const firstOf = (works: number, round: ReactNode, score: string | null, mintedIn: number | null) => (
  <>
    Platz 1 von {ofWorks(works)} in {round}
    {score && `, ${score}`}.{mintedIn !== null && ` Geprägt in Block ${mintedIn}.`}
  </>
)
export const size = (width: number, height: number) => `${width} × ${height} px, Auflage 1`
export const turnOver = 'Umdrehen'

export const undecided = 'Noch nichts: Es ist keine Runde entschieden.'
export const stillMade = ' Die Demo entsteht noch, und diese Seite zeigt jede Runde, sobald sie da ist.'
export const hangsHere = (round: string) => `Hier hängt, was ${round} wählt.`
export const placesOn = (state: string, places: number) =>
  `${state}. ${counts.places(places)} an dieser Wand.`
export const toRound = 'Zur Runde'

export const seeding = {
  title: 'Die ersten Runden werden gehängt.',
  text: 'Eine Gemeinschaft wird gegründet, Aufträge werden unterschrieben, Bilder gedruckt, Stimmzettel abgegeben. Das dauert etwa eine Minute, und diese Seite zeigt alles, sobald es da ist.',
}
export const first = {
  title: 'Hier hängt das erste Werk.',
  text: 'Eine Gemeinschaft fragt nach Bildern, stimmt mit je einer Unterschrift ab und prägt, was sie gewählt hat, mit einer Akte, die alle prüfen können.',
}
export const setUpRound = 'Runde anlegen'
export const foundCommunity = 'Gemeinschaft gründen'
export const nothingYet = 'Noch nichts.'
