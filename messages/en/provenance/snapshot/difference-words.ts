import { DIFFERENCE_WORDS } from '#lib/interop/snapshot/difference-words.ts'

/** As the command line says it. */
export const differences = DIFFERENCE_WORDS
