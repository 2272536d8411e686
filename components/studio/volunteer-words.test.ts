import { expect, it } from 'vitest'
import { volunteerStanding } from './volunteer-words.ts'

const on = 'On: creators can choose volunteers, and pictures go to them where that suits the round best.'

it.each([
  [true, { waiting: 0, next: null }, on],
  [true, { waiting: 1, next: null }, `${on} 1 work with volunteers now.`],
  [
    true,
    { waiting: 3, next: { ahead: 12, seconds: 200 } },
    `${on} 3 works with volunteers now: 12 requests before the next, about 4 min.`,
  ],
  [
    false,
    { waiting: 1, next: { ahead: 0, seconds: 20 } },
    'Off for new briefs. 1 work with volunteers now: none before the next, about a minute.',
  ],
  [false, { waiting: 0, next: null }, 'Off: nothing leaves this machine for a volunteer.'],
])('says where a round stands with volunteers: %s %j', (isOn, queue, words) => {
  expect(volunteerStanding(isOn, queue)).toBe(words)
})
