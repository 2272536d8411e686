import * as desk from '#messages/voting/log-desk.ts'
import type { Area, Screen, Visit } from '#scripts/screens/screen.ts'
import { afterReveal } from './record.ts'

type Round = 'forked' | 'dropped'

const at = (name: string, round: Round, place = '', enter?: Screen['enter']): Screen => ({
  name,
  path: async (demo) => `/rounds/${(await demo[round]()).slug}${place}`,
  ...(enter && { enter }),
})

const onDesk = (name: string, round: Round): Screen => ({
  name,
  path: async (demo) => `/desk/rounds/${(await demo[round]()).roundId}`,
})

const logRead = ({ page }: Visit) => page.getByRole('heading', { name: desk.heads }).waitFor()

/** Rounds that a proof against their operator has stopped: one while it took ballots, one after its close. */
export const disputed: Area = {
  name: 'disputed',
  screens: [
    at('two logs signed: wall', 'forked'),
    at('two logs signed: log', 'forked', '/log', logRead),
    onDesk('two logs signed: desk', 'forked'),
    at('a ballot dropped: wall', 'dropped'),
    at('a ballot dropped: log', 'dropped', '/log', logRead),
    at('a ballot dropped: result', 'dropped', '/result', afterReveal),
    onDesk('a ballot dropped: desk', 'dropped'),
  ],
}
