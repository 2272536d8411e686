export const hangsIn = {
  fair: 'In gerechter Reihenfolge: je weniger gesehen, desto früher.',
  number: 'Nach Nummer: eine Reihenfolge, die niemand gewählt hat, nach Hash.',
  creator: 'Nach Urheber:in, von A bis Z.',
  colour: 'Nach Farbe: von Rot an um den Farbkreis, dann die Grautöne.',
}
export const label = 'Reihenfolge der Werke'
export const hangBy = 'Hängung:'
export const by = { fair: 'gerecht', number: 'Nummer', creator: 'Urheber:in', colour: 'Farbe' }
export const howDrawn = 'Wie sie entsteht'
