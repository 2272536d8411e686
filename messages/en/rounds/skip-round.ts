/** By the stage that the clock is moved to. */
export const acts = {
  'briefs-end': 'Skip to the end of briefs',
  opening: 'Skip to the opening',
  close: 'Skip to the close',
  'challenge-end': 'Skip the challenge',
}
export const moving = 'Moving the clock …'
export const label = 'Local clock'
export const local = 'This is a local chain: its clock can be moved. Everybody on it moves along.'
export const leftOut = ' Works still being made are left out.'
export const missed = (titles: readonly string[]) =>
  titles.length === 1
    ? `${titles[0]} is not opened by then and would be cancelled.`
    : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)} are not opened by then and would be cancelled.`
export const clockStands = 'The clock stands where it stood.'
