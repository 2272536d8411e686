import { inEnglish, type Said } from '#lib/protocol/said.ts'

/** What the protocol refuses or reports. */
export const say = (said: Said): string => inEnglish(said)
