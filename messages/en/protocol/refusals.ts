import { REFUSAL_TEXTS } from '#lib/protocol/sentences.ts'

/** In English each says itself. */
export const refusals = Object.fromEntries(REFUSAL_TEXTS.map((text) => [text, text]))
