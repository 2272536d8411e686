export const silent = 'A chain that gives votes does not answer.'
export const since = (chainId: number, moment: string) => `Chain ${chainId}, since ${moment}.`
export const takenAllTheSame =
  'Ballots are taken all the same. The count begins when it answers; nothing is lost.'
