import { type LogFacts, LogFollower, type LogProgress, type LogView } from './log-follower.ts'
import { LogUnanswered, logSource } from './log-source.ts'

export type LogRequest = { kind: 'begin'; origin: string; facts: LogFacts } | { kind: 'ask' }
export type LogAnswer =
  | { kind: 'progress'; progress: LogProgress }
  | { kind: 'view'; view: LogView }
  | { kind: 'unanswered'; code: string }

const tell = (answer: LogAnswer) => self.postMessage(answer)
let follower: LogFollower | undefined

self.addEventListener('message', async ({ data }: MessageEvent<LogRequest>) => {
  if (data.kind === 'begin') {
    const { facts, origin } = data
    follower = new LogFollower(facts, logSource(origin, facts.home.collection, facts.roundId))
    return
  }
  try {
    const view = await follower?.step((progress) => tell({ kind: 'progress', progress }))
    if (view) tell({ kind: 'view', view })
  } catch (error) {
    tell({ kind: 'unanswered', code: error instanceof LogUnanswered ? error.code : 'log-unreadable' })
  }
})
