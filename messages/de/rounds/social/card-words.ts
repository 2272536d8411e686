import * as counts from '#messages/counts.ts'

export const prepared = 'Wird vorbereitet.'
export const opens = (works: number, moment: string) =>
  `${counts.works(works)}. Die Abstimmung öffnet am ${moment}.`
export const takesBriefs = (moment: string) => `Aufträge werden bis ${moment} angenommen.`
export const takesVotes = (works: number, moment: string) =>
  `${counts.works(works)}. Abgestimmt wird bis ${moment}.`
export const counting = (works: number) => `${counts.works(works)}. Die Stimmen sind da und werden gezählt.`
export const cancelled = 'Diese Runde wurde abgesagt.'
export const chosenFrom = (works: number) =>
  `Gewählt aus ${works.toLocaleString('de-DE')} ${works === 1 ? 'Werk' : 'Werken'}. Nachzählen kann jede:r.`
