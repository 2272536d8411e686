export const nothing = 'Das ist nicht die Adresse einer Quittung.'
export const why =
  'Sie endet mit dem Hash eines Stimmzettels: 0x und 64 Buchstaben und Ziffern. Er steht auf der Quittung, die du gesichert hast.'
export const howToCheck = 'Wie man Stimmzettel prüft'
