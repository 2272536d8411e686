import { ballot, receipts } from './areas/ballot.ts'
import { desk, deskStages } from './areas/desk.ts'
import { disputed } from './areas/disputed.ts'
import { drafts } from './areas/drafts.ts'
import { entrance } from './areas/entrance.ts'
import { methods } from './areas/methods.ts'
import { record } from './areas/record.ts'
import { safe } from './areas/safe.ts'
import { studio } from './areas/studio.ts'
import { table } from './areas/table.ts'
import { wall } from './areas/wall.ts'
import type { Area } from './screen.ts'

/**
 * All pages of an instance and their states, in the order in which they are looked at: what signs a ballot, hangs a work
 * or moves the clock comes after what is looked at without.
 */
export const AREAS: readonly Area[] = [
  entrance,
  table,
  ballot,
  drafts,
  wall,
  record,
  desk,
  methods,
  studio,
  { name: 'signed', screens: [...receipts, ...safe] },
  deskStages,
  disputed,
]
