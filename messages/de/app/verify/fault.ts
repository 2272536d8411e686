export const what = 'Das Verzeichnis der Akten'
