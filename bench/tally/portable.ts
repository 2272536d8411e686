import { hashesOverShuffles } from './hashes.ts'

// Made into one script without imports, this is where it is found.
Object.assign(globalThis, { hashesOverShuffles })
