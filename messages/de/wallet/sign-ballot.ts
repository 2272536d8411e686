export const refused = 'Der Stimmzettel wurde abgelehnt.'
export const picksKept = 'Deine Wahl ist noch da.'
