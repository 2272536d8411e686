export const keepPrivate = 'Die Worte geheim halten'
export const whatItMeans = [
  'Du unterschreibst ein Siegel von Auftrag und Stil. Wand, Protokoll und Bilddatei tragen das Siegel, nie die Worte.',
  'Dieser Server bewahrt die Worte, und wer die Bilder macht, liest sie: Schreib nichts hinein, was niemand wissen darf.',
  'Rechner von Freiwilligen bleiben außen vor. Der Titel lautet „Untitled“, denn Titel entstehen aus den Worten.',
  'Du kannst die Worte später offenlegen, für immer, auf der Seite deiner Aufträge.',
]
