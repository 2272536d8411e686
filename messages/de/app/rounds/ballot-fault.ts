export const what = 'Der Stimmzettel'
