import { approval } from './approval.ts'
import type { Method } from './method.ts'

/** Single choice: approval of one work, `#12`; the rules set `maxChoices` to 1. */
export const single: Method = approval
