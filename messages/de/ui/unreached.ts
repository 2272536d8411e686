export const title = 'Dieser Server war nicht zu erreichen.'
export const next = 'Versuch es noch einmal, wenn du verbunden bist.'
