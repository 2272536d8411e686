import type { ReportText } from '#lib/protocol/verify/sentences.ts'

export const report: Record<ReportText, string> = {
  'cannot be checked without the list': 'lässt sich ohne die Liste nicht prüfen',
  'the lines give {root}, and the rules say {allowlistRoot}':
    'die Zeilen ergeben {root}, und die Regeln sagen {allowlistRoot}',
  '{lines} lines, and the rules say {rows}': 'Zeilen: {lines}, und die Regeln sagen {rows}',
  'the amount': 'der Betrag',
  'the ballots cannot be checked': 'die Stimmzettel lassen sich nicht prüfen',
  'the candidates have no root, or the opening of a pairwise round is missing':
    'die Kandidaten haben keine Wurzel, oder die Eröffnung einer Runde mit Duellen fehlt',
  '{ballots} ballots in the log, {counted} of {posted} posted ones are valid':
    '{ballots} Stimmzettel im Protokoll, von {posted} über die Chain gelten {counted}',
  'only the chain can tell whether the contract {voter} took this ballot':
    'nur die Chain kann sagen, ob der Vertrag {voter} diesen Stimmzettel annahm',
  '{works} works of a brief for {count}': 'Werke aus einem Auftrag über {count}: {works}',
  'its credentials are broken: {failures}': 'die Herkunftsnachweise darin sind gebrochen: {failures}',
  'they claim this round, and are not signed below its root':
    'die Herkunftsnachweise nennen diese Runde und sind nicht unter deren Wurzel signiert',
  'the root of the credentials is not here': 'die Wurzel der Herkunftsnachweise ist nicht hier',
  '{unsigned} pictures carry no credentials': 'Bilder ohne Herkunftsnachweise: {unsigned}',
  '{foreign} pictures carry credentials of somebody else':
    'Bilder mit Herkunftsnachweisen von anderen: {foreign}',
  'not the certificate that the rules name': 'nicht das Zertifikat, das die Regeln nennen',
  'its credentials could not be read: {cause}':
    'die Herkunftsnachweise darin ließen sich nicht lesen: {cause}',
  'the record': 'die Akte',
  'the licence cannot be checked': 'die Lizenz lässt sich nicht prüfen',
  'the licence': 'die Lizenz',
  'the text of {id}': 'der Text von {id}',
  '{id}, {recipes} recipes': '{id}, Rezepte: {recipes}',
  '{model} is had under {terms}, and the round promises {id}: {because}':
    '{model} gibt es unter {terms}, und die Runde verspricht {id}: {because}',
  'the terms of {count} models are not known: {models}':
    'Modelle mit unbekannten Bedingungen: {count}, nämlich {models}',
  'of {others} LoRAs, files and parents nothing here says the terms':
    'LoRAs, Dateien und Eltern, deren Bedingungen hier nirgends stehen: {others}',
  'what machines may learn': 'was Maschinen lernen dürfen',
  'the shorter side of #{number} has {side} pixels, and the gate asks for {threshold}':
    'die kürzere Seite von #{number} hat {side} Pixel, und die Schranke verlangt {threshold}',
  'that each work passed {gates} is the word of the operator':
    'dass jedes Werk {gates} bestand, ist das Wort des Betreibers',
  'the works cannot be checked': 'die Werke lassen sich nicht prüfen',
  'that these pictures came of these recipes is the word of who made them':
    'dass diese Bilder aus diesen Rezepten kamen, ist das Wort dessen, der sie machte',
  '{held} of {works} works are in this bundle': 'von {works} Werken sind {held} in diesem Bündel',
  '{held} of {works} works are in this bundle, {signed} signed below the root of this round':
    'von {works} Werken sind {held} in diesem Bündel, {signed} unter der Wurzel dieser Runde signiert',
  'the size': 'die Größe',
  'it is of the finished work {sha256}': 'es ist das des fertigen Werks {sha256}',
  'the work would be its own parent': 'das Werk wäre sein eigenes Vorbild',
  'picture, recipe or copies of {missing} of {winners} winners are not in this bundle; with works=winners they are':
    'von {winners} gewählten Werken fehlen diesem Bündel zu {missing} Bild, Rezept oder Verkleinerungen; mit works=winners sind sie darin',
  'the candidates cannot be checked': 'die Kandidaten lassen sich nicht prüfen',
  'not in the order that the round gives': 'nicht in der Folge, die sich aus der Runde ergibt',
  'no metadata of #{number}': 'keine Angaben zu #{number}',
  'not what metadataHash covers': 'nicht das, wofür metadataHash steht',
  'belongs to no candidate': 'gehört zu keinem Kandidaten',
  'the rules allow {maxCandidates}': 'die Regeln erlauben {maxCandidates}',
  'the candidates were anchored after voting began':
    'die Kandidaten wurden erst nach Beginn der Abstimmung verankert',
  'the chain': 'die Chain',
  'the number of candidates': 'die Zahl der Kandidaten',
  '{candidates} candidates under {root}': 'Kandidaten: {candidates}, Wurzel {root}',
  'the bundle has no manifest': 'dem Bündel fehlt das Verzeichnis',
  'this verifier does not know {protocol}': 'diese Prüfung kennt {protocol} nicht',
  'every bundle has this file': 'jedes Bündel hat diese Datei',
  'no bundle has this file': 'kein Bündel hat diese Datei',
  'the bytes have another hash than the name says': 'die Bytes haben einen anderen Hash, als der Name sagt',
  '{bytes} bytes': '{bytes} Byte',
  '{path} is no core file': '{path} gehört nicht zum Kern',
  'the manifest lists this file': 'das Verzeichnis nennt diese Datei',
  'the manifest does not list this file': 'das Verzeichnis nennt diese Datei nicht',
  'the manifest says {sha256}': 'das Verzeichnis sagt {sha256}',
  '{path} hashes to {sha256}': '{path} hat den Hash {sha256}',
  '{path} has {bytes} bytes, not {listed}': '{path} hat {bytes} Byte, nicht {listed}',
  'paths out of order or twice': 'Pfade nicht in der Folge oder zweimal',
  'the log cannot be checked': 'das Protokoll lässt sich nicht prüfen',
  'the leaf hashes to {hash}': 'das Blatt hat den Hash {hash}',
  nothing: 'nichts',
  '{size} leaves, {heads} heads, {receipts} receipts compared':
    'Blätter: {size}, Köpfe: {heads}, verglichene Quittungen: {receipts}',
  'a head of another round': 'ein Kopf einer anderen Runde',
  'the log has {size} leaves': 'Blätter im Protokoll: {size}',
  'the first {size} leaves give {root}': 'die ersten {size} Blätter ergeben {root}',
  'anchored outside the time for it': 'außerhalb der Zeit dafür verankert',
  'anchored too early': 'zu früh verankert',
  'the sealed log has {sealed} leaves, the bundle {size}':
    'Blätter im versiegelten Protokoll: {sealed}, im Bündel: {size}',
  'one of the leaves {first} to {last} of the log is not the one that this head covers':
    'eines der Blätter {first} bis {last} des Protokolls ist nicht das, für das dieser Kopf steht',
  'earlier than the leaf before it, or than opensAt': 'früher als das Blatt davor oder als opensAt',
  'later than the close': 'später als der Schluss',
  'long before the block of the head before it': 'lange vor dem Block des Kopfes davor',
  'long after the block of the head that contains it': 'lange nach dem Block des Kopfes, der es enthält',
  'the former operator was another one': 'der frühere Betreiber war ein anderer',
  'sizes fall': 'die Größen fallen',
  'posted outside the time for voting': 'außerhalb der Abstimmungszeit veröffentlicht',
  'a receipt: {fault}': 'eine Quittung: {fault}',
  'a receipt has another log of {size} leaves': 'eine Quittung hat ein anderes Protokoll der Größe {size}',
  'a receipt was given for another leaf here': 'hier wurde eine Quittung für ein anderes Blatt gegeben',
  'the sealed size': 'die versiegelte Größe',
  'the sealed root': 'die versiegelte Wurzel',
  'cannot be made again without a recount': 'lässt sich ohne Nachzählung nicht noch einmal machen',
  'what is minted cannot be made again': 'was geprägt wird, lässt sich nicht noch einmal machen',
  'no roots are anchored yet': 'noch sind keine Wurzeln verankert',
  'the last RoundClosed event says something else': 'das letzte Ereignis RoundClosed sagt etwas anderes',
  '{winners} token documents under {winnersRoot}': 'Token-Dokumente: {winners}, Wurzel {winnersRoot}',
  'the result gives this file': 'aus dem Ergebnis folgt diese Datei',
  'the result gives other bytes': 'aus dem Ergebnis folgen andere Bytes',
  'no winner has this document': 'kein gewähltes Werk hat dieses Dokument',
  'what the token of strategy {index} answers was not recorded; verso record --powers does':
    'was das Token von Strategie {index} antwortet, wurde nicht aufgezeichnet; verso record --powers tut es',
  '{layout} says nothing of {id}': '{layout} sagt nichts über {id}',
  'the nodes are not the ways to the voters, in their order':
    'die Knoten sind nicht die Wege zu den Konten, in deren Folge',
  'that {token} keeps what accounts hold as {layout} in slot {slot} is the word of who recorded it':
    'dass {token} den Besitz der Konten als {layout} an Speicherstelle {slot} hält, ist das Wort dessen, der es aufzeichnete',
  'the snapshot is at {moment}': 'der Stichtag ist bei {moment}',
  'the snapshot is at {moment} or {block}': 'der Stichtag ist bei {moment} oder {block}',
  'the recorded storage': 'der aufgezeichnete Speicher',
  'the answer': 'die Antwort',
  'the code': 'der Code',
  'the powers cannot be checked': 'die Stimmgewichte lassen sich nicht prüfen',
  'who voted is not known, because a ballot is not valid':
    'wer abgestimmt hat, ist nicht bekannt, weil ein Stimmzettel nicht gilt',
  '{powers} powers by {strategies} strategies': 'Stimmgewichte: {powers}, Strategien: {strategies}',
  '{chain} at {moment}': '{chain} zu {moment}',
  'one snapshot for each of the chains {chains}': 'je ein Stichtag für diese Chains: {chains}',
  'later than {name}': 'später als {name}',
  'not later than {name}: this block would be the snapshot':
    'nicht später als {name}: dieser Block wäre der Stichtag',
  'does not follow the snapshot block': 'folgt nicht auf den Block des Stichtags',
  'not the snapshot block of its chain': 'nicht der Block des Stichtags auf seiner Chain',
  'not the block of this moment of its chain': 'nicht der Block dieses Zeitpunkts auf seiner Chain',
  '{account} has no ballot': '{account} hat keinen Stimmzettel',
  '{account} voted, but has no power here': '{account} hat abgestimmt, doch hier kein Stimmgewicht',
  'strategy {index} reads chain {chainId}, which was not asked':
    'Strategie {index} liest Chain {chainId}, die nicht gefragt wurde',
  'the result cannot be checked': 'das Ergebnis lässt sich nicht prüfen',
  'voided after the close': 'nach dem Schluss für ungültig erklärt',
  'winners {numbers}': 'gewählt {numbers}',
  'no winners': 'nichts gewählt',
  '{voters} voters, {outcome}': '{voters} Konten haben abgestimmt, {outcome}',
  '{voters} voters, {outcome}, the quorum was not reached':
    '{voters} Konten haben abgestimmt, {outcome}, das Quorum ist nicht erreicht',
  'cannot be counted again before a chain says which posted ballots count':
    'lässt sich nicht nachzählen, ehe eine Chain sagt, welche über sie gekommenen Stimmzettel zählen',
  'cannot be counted again without sound ballots, candidates, voids and powers':
    'lässt sich ohne heile Stimmzettel, Kandidaten, Ungültige und Stimmgewichte nicht nachzählen',
  'the round cannot be counted: {fault}': 'die Runde lässt sich nicht auszählen: {fault}',
  'the recount gives something else': 'die Nachzählung ergibt etwas anderes',
  'no such file': 'keiner solchen Datei',
  'the file has {hash}': 'die Datei hat {hash}',
  'no hash': 'keinen Hash',
  'the result was made from {made}': 'das Ergebnis entstand aus {made}',
  'the block does not follow its parent': 'der Block folgt nicht auf seinen Vorgänger',
  'the guardian cancelled this round; it has no result':
    'der Wächter hat diese Runde abgebrochen; sie hat kein Ergebnis',
  'no result is anchored yet': 'noch ist kein Ergebnis verankert',
  'the operator was caught; the guardian has not ruled yet':
    'der Betreiber wurde überführt; der Wächter hat noch nicht entschieden',
  'the round': 'die Runde',
  'the collection': 'die Sammlung',
  'the operator': 'der Betreiber',
  'the rules cannot be checked': 'die Regeln lassen sich nicht prüfen',
  'director, guardian and operator are not three': 'Leitung, Wächter und Betreiber sind nicht drei',
  'the round belongs to {collection}, not to {known}': 'die Runde gehört zu {collection}, nicht zu {known}',
  'the rules hash to {roundId}': 'die Regeln haben den Hash {roundId}',
  'the chain has no opening of this round from that block on':
    'die Chain hat von jenem Block an keine Eröffnung dieser Runde',
  'the tokens cannot be checked': 'die Token lassen sich nicht prüfen',
  'no document': 'kein Dokument',
  'there is no candidate #{number}': 'es gibt keinen Kandidaten #{number}',
  '{winners} winners': 'gewählte Werke: {winners}',
  '{winners} winners, {minted} minted': 'gewählte Werke: {winners}, geprägt: {minted}',
  'the picture of #{number} is not in this bundle': 'das Bild von #{number} ist nicht in diesem Bündel',
  'the picture': 'das Bild',
  'mint {place} has rank {rank}, which nobody won':
    'die {place}. Prägung hat Rang {rank}, den kein Werk gewann',
  'the mint': 'die Prägung',
  'token {tokenId} is said to be minted, but is not there':
    'Token {tokenId} soll geprägt sein, ist aber nicht da',
  'the token': 'das Token',
  'the digest': 'der Hash',
  'the URI': 'die Adresse',
  'the contract {account} does not take it after block {blockNumber}':
    'der Vertrag {account} nimmt sie nach Block {blockNumber} nicht an',
  'that the contract {account} took the signature after block {block} of chain {chain} is the operator’s word':
    'dass der Vertrag {account} die Unterschrift nach Block {block} von Chain {chain} annahm, ist das Wort des Betreibers',
  'block {number} is not of the {seconds} seconds before it was taken':
    'Block {number} ist nicht aus den {seconds} Sekunden vor der Annahme',
  'block {at} is {hash} elsewhere in the bundle, here {blockHash}':
    'Block {at} ist anderswo im Bündel {hash}, hier {blockHash}',
  'block {number} is later than the ballot, so block {at} is too':
    'Block {number} ist später als der Stimmzettel, also auch Block {at}',
  'block {number} is long before the ballot, so block {at} is too':
    'Block {number} ist lange vor dem Stimmzettel, also auch Block {at}',
  'the timepoint': 'der Zeitpunkt',
  'the {id} token': 'das Token {id}',
  'the anchors of this check were not compared with a chain':
    'die Anker dieser Prüfung wurden mit keiner Chain verglichen',
  'that the chain has no other events of this round is the word of who recorded them':
    'dass die Chain keine weiteren Ereignisse dieser Runde hat, ist das Wort dessen, der sie aufzeichnete',
  'cannot be checked without {files}': 'lässt sich nicht prüfen; es fehlt: {files}',
  'the recorded header': 'die Aufzeichnung',
  'the chain has no block {number}': 'die Chain hat keinen Block {number}',
  'the hash': 'der Hash',
  'the time': 'die Zeit',
  'the chain has an event that the bundle lacks': 'die Chain hat ein Ereignis, das dem Bündel fehlt',
  'the chain has no such event': 'die Chain hat kein solches Ereignis',
  'the event on the chain says something else': 'das Ereignis auf der Chain sagt etwas anderes',
  '{what} is {here}; {source} says {there}': '{what} ist {here}; {source} sagt {there}',
  rules: 'Regeln',
  'round id': 'Kennung der Runde',
  candidates: 'Kandidaten',
  metadata: 'Angaben',
  log: 'Protokoll',
  heads: 'Köpfe',
  posted: 'Stimmzettel von der Chain',
  powers: 'Stimmgewichte',
  voids: 'Ungültige',
  evidence: 'Belege',
  result: 'Ergebnis',
  winners: 'gewählte Werke',
  'the rules name no such list': 'die Regeln nennen keine solche Liste',
  'the rules name this list': 'die Regeln nennen diese Liste',
  'the line is out of order or stands twice': 'die Zeile steht nicht in der Folge oder zweimal',
  'the bundle lacks this file': 'dem Bündel fehlt diese Datei',
  'the index does not follow': 'der Index folgt nicht',
  '{leaves} leaves in this shard': 'Blätter in diesem Teil: {leaves}',
  'not a block of the home chain': 'kein Block der eigenen Chain',
  'the header hashes to {hash}': 'die Kopfdaten haben den Hash {hash}',
  'block {numbers}': 'Block {numbers}',
  'the opening of the round': 'die Eröffnung der Runde',
  'nothing here proves {what}': 'nichts hier beweist: {what}',
  'the chain did not answer: {cause}': 'die Chain hat nicht geantwortet: {cause}',
  'not in this version': 'nicht in dieser Version',
  'The block hashes above: compare them on an explorer you trust.':
    'Den Hashes der Blöcke oben: Vergleiche sie in einem Explorer, dem du vertraust.',
  'That these blocks are the chain’s: their headers, receipts and storage prove what was read, but no chain was asked. An explorer tells, or a node that you choose.':
    'Dass diese Blöcke die der Chain sind: Ihre Kopfdaten, Belege und Speicherstellen beweisen, was gelesen wurde, doch wurde keine Chain gefragt. Ein Explorer sagt es, oder ein Knoten, den du wählst.',
  'That no event of the round was left out of the record: whoever made it could have.':
    'Dass kein Ereignis der Runde in der Akte fehlt: Wer sie machte, hätte eines auslassen können.',
  'The RPC that answered for chain {chain}: ask a second one if the round matters to you.':
    'Dem Knoten, der für Chain {chain} antwortete: Frag einen zweiten, wenn dir die Runde wichtig ist.',
  'The chain could not be read.': 'Die Chain ließ sich nicht lesen.',
  'No chain was asked; pass --rpc to compare the anchors.':
    'Keine Chain wurde gefragt: Nenn mit --rpc einen Knoten, um die Anker zu vergleichen.',
  "That {collection} is the community's collection: pass --collection if you know its address.":
    'Dass {collection} die Sammlung der Gemeinschaft ist: Nenn sie mit --collection, wenn du sie kennst.',
  'That the pictures come from the prompts in their recipes: only who made them has seen that.':
    'Dass die Bilder aus den Aufträgen in ihren Rezepten kommen: Das sah nur, wer sie machte.',
  'The credentials in pictures: this round names no root to judge them by.':
    'Den Herkunftsnachweisen in Bildern: Diese Runde nennt keine Wurzel, an der sie zu messen wären.',
  'The credentials in pictures: they were not read here.':
    'Den Herkunftsnachweisen in Bildern: Sie wurden hier nicht gelesen.',
  '{size} files': 'Dateien: {size}',
  'the round lives on chain {home}, but chain {chainId} answered':
    'die Runde lebt auf Chain {home}, doch antwortete Chain {chainId}',
  'the collection {collection} never opened this round':
    'die Sammlung {collection} hat diese Runde nie eröffnet',
  'chain {answer} answered for chain {id}': 'Chain {answer} antwortete für Chain {id}',
  'this is no bundle that can be checked': 'das ist kein Bündel, das sich prüfen lässt',
}
