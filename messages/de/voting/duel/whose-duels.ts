export const fetchingWallet = 'Die Wallet wird geholt …'
export const noAddress = 'Eine Adresse hat 0x und 40 hexadezimale Ziffern.'
export const judgeForAddress = 'Für eine Adresse urteilen'
export const whoSigns =
  'Die Wallet dieser Adresse unterschreibt den Stimmzettel später, hier oder auf einem anderen Gerät.'
export const judgeForThis = 'Für diese Adresse urteilen'
export const whose = 'Zuerst: Wessen Duelle sind das?'
export const why =
  'Jede Wähler:in beurteilt Paare aus einer eigenen Folge. Sie wird aus der eigenen Adresse gezogen und aus dem Block, in dem die Abstimmung eröffnet wurde, damit niemand bestimmt, welche Werke sich begegnen. Vor dem Stimmzettel wird nichts unterschrieben.'
export const connect = 'Wallet verbinden und beginnen'
