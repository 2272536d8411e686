export const unreached = 'Dieser Server war nicht zu erreichen.'
export const unreachedNext = 'Deine Worte bleiben erhalten. Versuch es noch einmal, sobald du verbunden bist.'
