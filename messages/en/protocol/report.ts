import { REPORT_TEXTS } from '#lib/protocol/verify/sentences.ts'

/** In English each says itself. */
export const report = Object.fromEntries(REPORT_TEXTS.map((text) => [text, text]))
