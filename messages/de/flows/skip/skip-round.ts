export const lastNotOnChain = 'Die letzten Stimmzettel sind noch nicht auf der Chain.'
