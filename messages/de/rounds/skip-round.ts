/** By the stage that the clock is moved to. */
export const acts = {
  'briefs-end': 'Zum Ende der Aufträge',
  opening: 'Zur Eröffnung springen',
  close: 'Zum Schluss springen',
  'challenge-end': 'Einspruchsfrist überspringen',
}
export const moving = 'Die Uhr wird gestellt …'
export const label = 'Lokale Uhr'
export const local = 'Dies ist eine lokale Chain: Ihre Uhr lässt sich stellen. Alle auf ihr gehen mit.'
export const leftOut = ' Werke, die noch entstehen, bleiben außen vor.'
export const missed = (titles: readonly string[]) =>
  titles.length === 1
    ? `${titles[0]} ist bis dahin nicht eröffnet und würde abgesagt.`
    : `${titles.slice(0, -1).join(', ')} und ${titles.at(-1)} sind bis dahin nicht eröffnet und würden abgesagt.`
export const clockStands = 'Die Uhr steht, wo sie stand.'
