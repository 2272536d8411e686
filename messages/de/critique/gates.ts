export const blank = {
  title: 'Leer',
  advice: 'Nenne etwas, das das Bild zeigen soll, oder mehr Kontrast.',
}
export const decodes = { title: 'Öffnet sich', advice: 'Erbitte es noch einmal mit einem neuen Auftrag.' }
export const exactDuplicate = {
  title: 'Doppelt',
  advice: 'Ändere die Worte, oder erbitte mehr Bilder zum selben Auftrag.',
}
export const size = { title: 'Größe', advice: 'Erbitte ein Bild in anderer Größe.' }
