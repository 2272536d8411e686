const named = (licence: string | null) => (licence === null ? '' : ` (${licence})`)

/** Whose terms. */
export const termsOf = {
  model: (licence: string | null) => `The model’s terms${named(licence)}`,
  lora: (licence: string | null) => `The terms of a LoRA${named(licence)}`,
  input: (licence: string | null) => `The terms of a file it is made from${named(licence)}`,
  parent: (licence: string | null) => `The terms of the work it varies${named(licence)}`,
}

/** What they do not agree on with the licence of the round. */
export const because = {
  'non-commercial': (terms: string, round: string) =>
    `${terms} allow no commercial use; this round (${round}) promises it.`,
  'share-alike': (terms: string, round: string) =>
    `${terms} ask for the very same licence; this round has ${round}.`,
  attribution: (terms: string, round: string) =>
    `${terms} ask for credit; the licence of this round (${round}) does not.`,
  'no-derivatives': (terms: string, round: string) =>
    `${terms} allow no variations, so they cannot hang under ${round}.`,
  unknown: (terms: string, round: string) =>
    `${terms} are not known to allow what this round (${round}) promises.`,
}
