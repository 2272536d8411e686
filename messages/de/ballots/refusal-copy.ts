const words = (title: string, next: string) => ({ title, next })
const AGAIN = 'Lade die Runde neu und unterschreibe noch einmal. Deine Wahl ist noch da.'

/** By code, for a ballot that is not taken. */
export const refusals = {
  'ballot-round': words('Der Stimmzettel ist für eine andere Runde.', AGAIN),
  'ballot-root': words('Der Stimmzettel ist für eine andere Liste von Werken.', AGAIN),
  'ballot-method': words('Der Stimmzettel stimmt auf andere Weise ab als diese Runde.', AGAIN),
  'ballot-chain': words(
    'Der Stimmzettel wurde für ein anderes Netzwerk unterschrieben.',
    'Wechsle das Netzwerk der Wallet und unterschreibe noch einmal.',
  ),
  'ballot-note': words(
    'Die Notiz kann so nicht angenommen werden.',
    'Kürze sie auf 500 Byte reinen Text und unterschreibe noch einmal.',
  ),
  'ballot-agent': words('Der Name des Agenten ist nicht geschrieben wie vereinbart.', AGAIN),
  'ballot-window': words(
    'Die Runde nimmt jetzt keine Stimmzettel an.',
    'Ihre Seite sagt, wann. Deine Wahl ist noch da.',
  ),
  'ballot-expired': words(
    'Der Stimmzettel galt für eine Zeit, die vorbei ist.',
    'Unterschreibe noch einmal. Deine Wahl ist noch da.',
  ),
  'ballot-issued-in-future': words(
    'Der Stimmzettel ist später datiert als jetzt.',
    'Prüfe die Uhr dieses Geräts und unterschreibe noch einmal.',
  ),
  'choices-malformed': words('Die Wahl ist nicht geschrieben wie vereinbart.', AGAIN),
  'choices-order': words('Die Wahl steht nicht in aufsteigender Folge.', AGAIN),
  'choices-duplicate': words('Der Stimmzettel nennt ein Werk zweimal.', AGAIN),
  'choices-range': words(
    'Ein Werk hat mehr, als diese Runde für eines erlaubt.',
    'Gib ihm weniger und unterschreibe noch einmal.',
  ),
  'choices-sum': words(
    'Die Anteile ergeben zusammen nicht 100.',
    'Gleiche sie aus und unterschreibe noch einmal.',
  ),
  'choices-budget': words(
    'Die Stimmen kosten mehr Credits, als diese Runde gibt.',
    'Nimm einige weg und unterschreibe noch einmal.',
  ),
  'choices-queue': words(
    'Die Duelle sind nicht die ersten deiner Folge.',
    'Lade die Duelle neu: Deine Antworten auf die deiner Folge sind noch da.',
  ),
  'choices-unknown': words('Der Stimmzettel nennt ein Werk, das nicht in dieser Runde ist.', AGAIN),
  'choices-too-many': words(
    'Der Stimmzettel nennt mehr Werke, als diese Runde erlaubt.',
    'Nimm einige weg und unterschreibe noch einmal.',
  ),
  'choices-too-long': words(
    'Die Wahl ist zu lang für den Stimmzettel.',
    'Sende den Text neben dem Stimmzettel.',
  ),
  'choices-text-missing': words('Der Text der Wahl fehlt.', 'Sende ihn neben dem Stimmzettel.'),
  'choices-text-mismatch': words(
    'Der Text neben dem Stimmzettel ist nicht der, der unterschrieben wurde.',
    AGAIN,
  ),
  'sequence-used': words(
    'Ein neuerer Stimmzettel von dir steht im Protokoll.',
    'Unterschreibe noch einmal: Die Seite nimmt die nächste Nummer.',
  ),
  'sequence-too-high': words(
    'Die Nummer des Stimmzettels läuft zu weit voraus.',
    'Unterschreibe noch einmal mit der nächsten Nummer.',
  ),
  'signature-malformed': words(
    'Die Unterschrift ist nicht lesbar.',
    'Unterschreibe noch einmal mit dem Konto, das der Stimmzettel nennt.',
  ),
  'signature-too-large': words('Die Unterschrift ist zu lang.', 'Bitte deine Wallet um eine kürzere.'),
  'bundle-too-large': words(
    'Unterschrift und Stimmzettel sind zusammen zu lang.',
    'Kürze die Notiz, oder veröffentliche den Stimmzettel auf der Chain.',
  ),
  'signature-high-s': words(
    'Die Unterschrift hat eine Form, die nicht angenommen wird.',
    'Unterschreibe noch einmal mit einer anderen Wallet.',
  ),
  'signature-mismatch': words(
    'Der Stimmzettel ist nicht von dem Konto unterschrieben, das er nennt.',
    'Unterschreibe noch einmal mit diesem Konto.',
  ),
}
export const refused = words('Der Stimmzettel wurde abgelehnt.', AGAIN)
