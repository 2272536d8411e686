export const nothingRuns = 'No round is running now.'
export const chosenBefore = 'What was chosen before'
