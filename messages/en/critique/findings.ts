type Verdict = {
  gate: string
  version: string
  passed: boolean
  score: number
  threshold: number
  finding: string
}

/** What a gate found: the sentence that its verdict keeps. */
export const found = ({ finding }: Verdict): string => finding
