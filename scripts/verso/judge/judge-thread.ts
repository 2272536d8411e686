import { judgeLines } from '#lib/protocol/judge-lines.ts'
import { splitLines } from '#lib/protocol/verify/read-lines.ts'
import { answerOrders } from '#scripts/threads/answer-orders.ts'
import type { JudgeTask } from './judge-pool.ts'

answerOrders(({ round, text }: JudgeTask) => judgeLines(round, [...splitLines(text)]))
