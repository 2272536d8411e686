export const what = 'Dieser Stimmzettel'
