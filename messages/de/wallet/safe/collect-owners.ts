export const picksKept = 'Deine Wahl ist noch da.'
export const collect = 'Unterschriften der Eigentümer:innen sammeln'
export const how =
  'Der Stimmzettel wird unter einer eigenen Adresse aufbewahrt. Alle, denen der Safe gehört, öffnen ihn auf ihrem Gerät, an einem beliebigen Tag bis zum Schluss, und unterschreiben dort. Mit der letzten Unterschrift, die der Safe verlangt, kommt er ins Protokoll.'
