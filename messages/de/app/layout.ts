export const description =
  'Werke aus unterschriebenen Aufträgen, gewählt mit unterschriebenen Stimmzetteln, geprägt mit einer Akte, die alle prüfen können.'
