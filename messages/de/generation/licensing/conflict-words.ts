const named = (licence: string | null) => (licence === null ? '' : ` (${licence})`)

/** Whose terms. */
export const termsOf = {
  model: (licence: string | null) => `Die Bedingungen des Modells${named(licence)}`,
  lora: (licence: string | null) => `Die Bedingungen eines LoRA${named(licence)}`,
  input: (licence: string | null) => `Die Bedingungen einer Datei, aus der es gemacht ist${named(licence)},`,
  parent: (licence: string | null) => `Die Bedingungen des Werks, das es abwandelt${named(licence)},`,
}

/** What they do not agree on with the licence of the round. */
export const because = {
  'non-commercial': (terms: string, round: string) =>
    `${terms} erlauben keine kommerzielle Nutzung; diese Runde (${round}) verspricht sie.`,
  'share-alike': (terms: string, round: string) =>
    `${terms} verlangen genau dieselbe Lizenz; diese Runde hat ${round}.`,
  attribution: (terms: string, round: string) =>
    `${terms} verlangen die Namensnennung; die Lizenz dieser Runde (${round}) tut es nicht.`,
  'no-derivatives': (terms: string, round: string) =>
    `${terms} erlauben keine Abwandlungen, es kann also nicht unter ${round} hängen.`,
  unknown: (terms: string, round: string) =>
    `${terms} erlauben, soweit bekannt, nicht das, was diese Runde (${round}) verspricht.`,
}
