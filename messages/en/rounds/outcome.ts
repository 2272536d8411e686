import * as counts from '#messages/counts.ts'
import { ordinal } from '#messages/rounds/result-words.ts'

export const chosen = (works: number) => `${counts.works(works)} chosen`
export const placed = (rank: number, score: string) => `${ordinal(rank)}, ${score}`
