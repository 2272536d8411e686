import { FULL } from '#scripts/play/stories.ts'

/** The rounds that every demo has, by their addresses. */
export const ROUNDS = {
  minted: FULL.minted.round.slug ?? '',
  voting: FULL.voting.round.slug ?? '',
  filling: FULL.filling.round.slug ?? '',
}
