export const unlisted = 'nicht unter den gezeigten'
export const block = 'Block'
/** After a block, before the root that the chain has. */
export const has = 'hat'
export const caption =
  'Unterschriebene Köpfe, die neuesten zuerst: die Wurzel, die hier aus den Blatt-Hashes entsteht, die, die der Betreiber unterschrieben hat, und der Block, in dem sie steht'
export const ballots = 'Stimmzettel'
export const signed = 'Unterschrieben, UTC'
export const rootHere = 'Wurzel von hier'
export const operatorsHead = 'Kopf des Betreibers'
export const onChain = 'Auf der Chain'
export const showOlder = (heads: number) =>
  heads === 1 ? '1 älteren Kopf zeigen' : `${heads} ältere Köpfe zeigen`
