export const contract = 'The contract'
export const readFrom = (chainId: number) => `chain ${chainId}, read just now`
export const collection = 'Collection'
export const roles = {
  director: { name: 'director', may: 'opens and closes rounds' },
  guardian: { name: 'guardian', may: 'cancels and voids, in public' },
  operator: { name: 'operator', may: 'signs the log' },
  treasury: { name: 'treasury', may: 'receives what is the community’s' },
  owner: { name: 'owner', may: 'names the others, for later rounds' },
}
