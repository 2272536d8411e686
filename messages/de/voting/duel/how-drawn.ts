export const roundId = 'Kennung der Runde'
export const openingBlock = 'Block der Eröffnung'
export const voter = 'Wähler:in'
export const whoJudges = 'die Adresse, die urteilt'
export const works = 'Werke'
export const heading = 'Wie die Paare gezogen werden'
export const queueOfOne =
  'Jede Wähler:in hat eine eigene Folge. Sie wird aus den vier Werten unten gezogen und aus den eigenen Antworten: Das Werk, das gewinnt, bleibt und trifft auf das nächste. Antworten von anderen spielen keine Rolle, deshalb verrät eine Folge nichts über den Stand.'
export const sidesByCoin =
  'Kein Paar kommt zweimal. Welches Werk links steht, entscheidet für jedes Paar eine eigene Münze: das niedrigste Bit des ersten Bytes der SHA-256 von Kennung der Runde, Block, Wähler:in, kleinerer und größerer Nummer, mit je einem Leerzeichen dazwischen; 0 stellt die kleinere Nummer dorthin. Das wird nur gezeigt, nie unterschrieben.'
export const writtenDownIn = 'Die Ziehung steht Schritt für Schritt in'
export const writtenDownWhere = ', Teil 4, „Queue of duels“.'
