import { plural } from '#components/rounds/round-words.ts'
import type { VolunteerQueue } from '#lib/generation/schema.ts'

function minutes(seconds: number): string {
  const whole = Math.ceil(seconds / 60)
  return whole <= 1 ? 'about a minute' : `about ${whole} min`
}

function queueWords({ waiting, next }: VolunteerQueue): string {
  const works = `${plural(waiting, 'work')} with volunteers now`
  if (!next) return `${works}.`
  const before =
    next.ahead === 0 ? 'none before the next' : `${plural(next.ahead, 'request')} before the next`
  return `${works}: ${before}, ${minutes(next.seconds)}.`
}

/** Where a round stands with volunteers, in one or two sentences. */
export function volunteerStanding(on: boolean, queue: VolunteerQueue): string {
  const where = queue.waiting > 0 ? ` ${queueWords(queue)}` : ''
  if (on) return `On: new briefs go to volunteers, unless their creator chooses another maker.${where}`
  return where ? `Off for new briefs.${where}` : 'Off: nothing leaves this machine for a volunteer.'
}
