import type { VolunteerQueue } from '#lib/generation/schema.ts'
import * as text from '#messages/studio/volunteer-words.ts'

const queueWords = ({ waiting, next }: VolunteerQueue): string =>
  next ? text.waitingFor(waiting, next.ahead, Math.ceil(next.seconds / 60)) : text.waiting(waiting)

/** Where a round stands with volunteers, in one or two sentences. */
export function volunteerStanding(on: boolean, queue: VolunteerQueue): string {
  const where = queue.waiting > 0 ? ` ${queueWords(queue)}` : ''
  if (on) return `${text.on}${where}`
  return where ? `${text.offForNew}${where}` : text.off
}
