import { type BallotRound, type JudgedLine, judgeLines, type LineJudge } from '#lib/protocol/judge-lines.ts'
import { openThreadPool } from '#scripts/threads/thread-pool.ts'

/** Lines of the log, each with its newline. */
export type JudgeTask = { round: BallotRound | null; text: Uint8Array }

const THREAD = new URL('./judge-thread.ts', import.meta.url)
const NEWLINE = 10
/** Lines live briefly: with more room for new objects a thread only takes more memory. */
const LIMITS = { maxYoungGenerationSizeMb: 24 }
/** Fewer lines are judged here: starting a thread takes longer. */
const WORTH_A_THREAD = 1000

function joined(lines: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const text = new Uint8Array(lines.reduce((size, line) => size + line.length + 1, 0))
  let end = 0
  for (const line of lines) {
    text.set(line, end)
    end += line.length + 1
    text[end - 1] = NEWLINE
  }
  return text
}

/** Judges ballots in as many threads as there are processors: signatures are most of a verification. */
export function openJudgePool(size?: number): { judge: LineJudge; close(): Promise<void> } {
  const { run, close } = openThreadPool<JudgeTask, JudgedLine[]>(THREAD, size, LIMITS)
  return {
    judge: (round, lines) => {
      if (lines.length < WORTH_A_THREAD) return judgeLines(round, lines)
      const text = joined(lines)
      return run({ round, text }, [text.buffer])
    },
    close,
  }
}
