const words = (title: string, next: string) => ({ title, next })

/** By code: what happened and what to do next. */
export const errors = {
  'bad-input': words(
    'Einige Felder stimmen nicht.',
    'Jedes sagt, was es braucht. Nichts Getipptes ist verloren.',
  ),
  'bad-json': words('Die Anfrage ist kein gültiges JSON.', 'Sende ein JSON-Objekt in UTF-8.'),
  'body-too-large': words('Die Anfrage ist zu groß.', 'Sende weniger auf einmal.'),
  'not-found': words(
    'Unter dieser Adresse ist nichts.',
    'Es ist vielleicht umgezogen: Beginne bei den Runden.',
  ),
  'method-not-allowed': words(
    'Diese Adresse nimmt das nicht an.',
    'Die Liste der Routen steht im API-Dokument.',
  ),
  'too-many-requests': words('Zu viele Anfragen von hier.', 'Warte eine Minute und versuche es noch einmal.'),
  internal: words(
    'Dieser Server ist an seiner eigenen Arbeit gescheitert.',
    'Nichts wurde geändert. Versuche es noch einmal; bleibt es dabei, nenne dem Betreiber Code und Uhrzeit.',
  ),
  unavailable: words(
    'Ein Teil dieses Servers antwortet nicht.',
    'Nichts wurde geändert. Versuche es in einer Minute noch einmal.',
  ),
  'database-unavailable': words(
    'Die Datenbank antwortet nicht.',
    'Nichts Eingegebenes ist verloren. Versuche es in einer Minute noch einmal.',
  ),
  'chain-unavailable': words(
    'Die Chain antwortet nicht.',
    'Nichts wurde geändert. Versuche es in einer Minute noch einmal.',
  ),
  'storage-unavailable': words(
    'Der Speicher der Bilder und Akten antwortet nicht.',
    'Nichts wurde geändert. Versuche es in einer Minute noch einmal.',
  ),
  'storage-corrupt': words(
    'Eine gespeicherte Datei ist nicht mehr, was sie war.',
    'Nichts Falsches wird herausgegeben. Nenne dem Betreiber den Namen: Sie kommt aus einer Sicherung zurück.',
  ),
  'not-signed-in': words(
    'Du bist nicht angemeldet.',
    'Melde dich mit deiner Wallet an; was du eingegeben hast, bleibt.',
  ),
  'session-nonce': words('Diese Anmeldung ist verbraucht oder zu alt.', 'Melde dich noch einmal an.'),
  'session-message': words(
    'Der unterschriebene Text gilt nicht für diese Website.',
    'Prüfe die Adresszeile und melde dich noch einmal an.',
  ),
  'session-signature': words(
    'Die Unterschrift stammt nicht von diesem Konto.',
    'Melde dich noch einmal an, mit dem Konto, das du meinst.',
  ),
  'not-director': words('Das kann nur die Leitung dieser Gemeinschaft.', 'Verwende das Konto der Leitung.'),
  'not-yours': words('Das gehört einem anderen Konto.', 'Verwende das Konto, das es gemacht hat.'),
  'local-only': words('Das gibt es nur auf einer lokalen Chain.', 'Verwende eine eigene Wallet.'),
  'other-site': words(
    'Eine andere Website hat danach gefragt.',
    'Tu es auf der Seite dieser Website selbst.',
  ),
  'clock-fixed': words(
    'Die Uhr lässt sich nur auf einer lokalen Chain stellen.',
    'Warte, bis die Zeit gekommen ist.',
  ),
  'community-unknown': words(
    'Diese Gemeinschaft gibt es hier nicht.',
    'Sieh in die Liste der Gemeinschaften.',
  ),
  'community-exists': words(
    'Diese Sammlung oder dieser Name ist schon eingetragen.',
    'Wähle einen anderen Namen, oder öffne die Gemeinschaft.',
  ),
  'collection-invalid': words(
    'Unter dieser Adresse ist keine Sammlung von Verso.',
    'Lege eine aus dem Formular an, oder prüfe Adresse und Netzwerk.',
  ),
  'operator-mismatch': words(
    'Die Sammlung nennt einen anderen Betreiber.',
    'Lege sie mit der Betreiberadresse dieses Servers an.',
  ),
  'credentials-unusable': words(
    'Dieser Server kann nicht lesen oder anlegen, womit seine Bilder signiert werden.',
    'Es wurde nichts geändert. Wer ihn betreibt, ruft „verso doctor“ auf; dann versuche es noch einmal.',
  ),
  'round-unknown': words('Diese Runde gibt es hier nicht.', 'Sieh in die Liste der Runden.'),
  'epoch-unknown': words(
    'Diese Akte der Blicke gibt es hier nicht.',
    'Frage nach der neuesten, ohne eine Epoche.',
  ),
  'round-state': words(
    'Die Runde ist nicht im Zustand dafür.',
    'Die Seite zeigt, was als Nächstes kommt und wann.',
  ),
  'open-missed': words(
    'Die Runde wurde nicht rechtzeitig eröffnet.',
    'Sie ist abgesagt. Lege eine neue an; ihre Aufträge können neu unterschrieben werden.',
  ),
  'rules-invalid': words('Die Regeln widersprechen sich.', 'Jedes Feld sagt, was es braucht.'),
  'round-frozen': words(
    'Die Regeln stehen fest.',
    'Sie lassen sich nicht mehr ändern, sobald Einreichungen offen sind.',
  ),
  'round-not-empty': words('Die Runde hat noch kein Werk zur Wahl.', 'Warte auf Werke, oder sage sie ab.'),
  'prompt-private': words(
    'Wer dieses Werk erdacht hat, hält die Worte geheim.',
    'Nur der Urheber kann sie offenlegen; der unterschriebene Auftrag trägt ihr Siegel.',
  ),
  'brief-invalid': words(
    'Der unterschriebene Auftrag hält nicht stand.',
    'Lies, was abweicht, und unterschreibe neu. Deine Worte sind noch da.',
  ),
  'brief-window': words(
    'Diese Runde nimmt jetzt keine Aufträge an.',
    'Die Seite der Runde sagt, wann. Deine Worte sind noch da.',
  ),
  'brief-used': words(
    'Dieser Auftrag wurde schon angenommen.',
    'Unterschreibe einen neuen, um weitere Werke zu erbitten.',
  ),
  'admission-ended': words(
    'Die Einreichung schloss, bevor dieses Bild fertig war.',
    'Es entfällt, wie die Regeln sagen. Eine andere Runde nimmt einen neuen Auftrag an.',
  ),
  'parent-unknown': words(
    'Das Werk, das du variieren willst, hängt hier nicht.',
    'Öffne es noch einmal von seiner Wand aus, oder unterschreibe einen Auftrag ohne Vorlage.',
  ),
  'parent-licence': words(
    'Die Lizenz dieses Werks erlaubt das nicht.',
    'Ihre Bedingungen und die dieser Runde passen nicht zusammen. Deine Worte sind noch da: Unterschreibe sie ohne die Vorlage.',
  ),
  'licence-conflict': words(
    'Woraus dieses Werk gemacht ist, erlaubt die Lizenz der Runde nicht.',
    'Wähle, wer sonst das Bild macht, andere Dateien, oder eine Runde mit anderen Bedingungen. Deine Worte sind noch da.',
  ),
  'no-tries': words(
    'Dieses Bild kann nicht noch einmal versucht werden.',
    'Seine Versuche sind verbraucht, oder es wurde nicht abgewiesen. Ändere die Worte in einem neuen Auftrag.',
  ),
  'too-many-streams': words(
    'Zu viele Seiten folgen diesem Server live.',
    'Frage stattdessen ab und zu nach.',
  ),
  'round-full': words('Die Wand dieser Runde ist voll.', 'Eine andere Runde nimmt einen neuen Auftrag an.'),
  'provider-unknown': words('Diesen Anbieter gibt es hier nicht.', 'Wähle einen aus der Liste.'),
  'provider-closed': words(
    'Freiwillige rechnen nicht für diese Runde.',
    'Wähle, wer sonst das Bild macht: Deine Worte sind noch da.',
  ),
  'provider-auth': words(
    'Der Anbieter hat den Schlüssel dieses Servers abgelehnt.',
    'Die Leitung muss nach dem Schlüssel sehen.',
  ),
  'provider-capacity': words('Der Anbieter hat keinen Platz.', 'Es wird von selbst noch einmal versucht.'),
  'provider-rate-limited': words(
    'Der Anbieter bittet zu warten.',
    'Es wird von selbst noch einmal versucht.',
  ),
  'provider-invalid-input': words(
    'Der Anbieter kann das nicht machen.',
    'Ändere die Worte und unterschreibe einen neuen Auftrag.',
  ),
  'provider-moderated': words(
    'Der Filter des Anbieters hat das abgewiesen.',
    'Ändere die Worte und unterschreibe einen neuen Auftrag.',
  ),
  'provider-transient': words(
    'Der Anbieter ist für einen Moment ausgefallen.',
    'Es wird von selbst noch einmal versucht.',
  ),
  'provider-unknown-outcome': words(
    'Die Antwort des Anbieters ging verloren.',
    'Das Bild kann gemacht und bezahlt sein: Es wird nachgeschlagen und nicht von selbst noch einmal verlangt.',
  ),
  'provider-expired': words('Der Anbieter hat das Bild nicht mehr.', 'Es wird von selbst neu gemacht.'),
  'provider-budget': words('Das Budget dieser Runde ist aufgebraucht.', 'Die Leitung kann es erhöhen.'),
  'artifact-invalid': words(
    'Der Anbieter hat kein Bild geschickt.',
    'Es wird von selbst noch einmal versucht.',
  ),
  'provider-inputs': words(
    'Wer es machen soll und die Dateien dieses Auftrags passen nicht zusammen.',
    'Ein fertiges Werk macht niemand mehr; Vorlagen gehen nur an Anbieter, die sie nehmen.',
  ),
  'upload-kind': words(
    'Die Datei ist kein Bild in PNG, JPEG oder WebP.',
    'Speichere sie in einem dieser Formate und wähle sie neu. Andere werden nicht genommen, wie sie auch heißen.',
  ),
  'upload-animated': words(
    'Das Bild bewegt sich.',
    'Wähle ein stehendes: Speichere ein einzelnes Bild daraus.',
  ),
  'upload-pixels': words(
    'Das Bild hat zu viele Pixel.',
    'Höchstens 8192 auf einer Seite und 40 Millionen im Ganzen. Verkleinere es und wähle es neu.',
  ),
  'upload-too-large': words(
    'Die Datei ist zu groß.',
    'Höchstens 32 MiB, gesendet wie aufbewahrt. Speichere sie kleiner und wähle sie neu.',
  ),
  'upload-broken': words(
    'Das Bild lässt sich nicht ganz öffnen.',
    'Wähle es neu. Bleibt es dabei, öffne es auf deinem Gerät und speichere es noch einmal.',
  ),
  'upload-slow': words(
    'Die Datei ist nicht rechtzeitig angekommen.',
    'Nichts wurde behalten. Sende sie bei besserer Verbindung noch einmal.',
  ),
  'upload-quota': words(
    'Du hast so viel hochgeladen, wie ein Konto an einem Tag darf.',
    'Was du hochgeladen hast, kannst du weiter verwenden. Für mehr warte bis morgen.',
  ),
  'uploads-busy': words('Zu viele Bilder kommen zugleich an.', 'Sende es in einer Minute noch einmal.'),
  'upload-unknown': words(
    'Das unterschreibende Konto hat kein solches Bild hochgeladen.',
    'Lade es mit dem Konto hoch, das den Auftrag unterschreibt, und unterschreibe dann noch einmal.',
  ),
  'webhook-forged': words(
    'Der Webhook ist nicht vom Anbieter unterschrieben.',
    'Prüfe das Signaturgeheimnis.',
  ),
  'webhook-stale': words('Der Webhook ist zu alt.', 'Sende ihn noch einmal mit frischem Zeitstempel.'),
  'ballot-refused': words(
    'Der Stimmzettel wurde abgelehnt.',
    'Die unterschriebene Ablehnung sagt, warum. Deine Wahl ist noch da.',
  ),
  'sequence-used': words(
    'Ein neuerer Stimmzettel von dir steht im Protokoll.',
    'Unterschreibe noch einmal: Die Seite nimmt die nächste Nummer.',
  ),
  'allowlist-invalid': words(
    'Einige Zeilen der Liste sind keine Einträge.',
    'Jede sagt, was nicht stimmt. Nichts wurde verworfen und nichts übernommen.',
  ),
  'power-unavailable': words(
    'Die Chain, die die Stimmen gibt, antwortet nicht.',
    'Deine Wahl ist noch da. Versuche es in einer Minute noch einmal.',
  ),
  'wallet-check-unavailable': words(
    'Die Chain, die den Vertrag deiner Wallet kennt, antwortet nicht.',
    'Dein Stimmzettel ist noch da, weder angenommen noch abgelehnt. Sende ihn in einer Minute noch einmal.',
  ),
  'safe-unknown': words(
    'Dieses Konto ist kein Safe auf der Chain, die die Stimmen gibt.',
    'Prüfe die Adresse. Andere Vertrags-Wallets unterschreiben selbst: Verbinde dich mit ihnen.',
  ),
  'not-an-owner': words(
    'Diesem Konto gehört der Safe nicht mit.',
    'Verwende eines seiner Eigentümerkonten. Was die anderen unterschrieben haben, ist noch da.',
  ),
  'safe-not-signed': words(
    'Der Safe hat diesen Stimmzettel nicht auf der Chain unterschrieben.',
    'Lass die Eigentümer:innen erst diese Transaktion senden, und warte eine Minute. Was sie hier unterschrieben haben, ist noch da.',
  ),
  'safe-changed': words(
    'Der Safe nimmt diese Unterschriften nicht mehr an.',
    'Seine Eigentümer:innen haben vielleicht gewechselt: Die Seite zeigt, wer jetzt unterschreiben muss. Eine Änderung der letzten Minuten zählt etwas später.',
  ),
  'pending-unknown': words(
    'Diesen Stimmzettel gibt es hier nicht.',
    'Bitte um die ganze Adresse, bei wem du sie herhast.',
  ),
  'pending-over': words(
    'Dieser Stimmzettel kann nicht mehr unterschrieben werden.',
    'Seine Seite sagt, warum. Mache von der Runde aus einen neuen, wenn sie noch offen ist.',
  ),
  'draft-stale': words(
    'Dein Entwurf wurde von einem anderen Gerät aus geändert.',
    'Was aufbewahrt ist, steht in der Antwort: Füge beide zusammen und sende das.',
  ),
  'draft-closed': words(
    'Diese Runde nimmt jetzt keine Stimmzettel an und bewahrt keine Entwürfe auf.',
    'Was du ausgefüllt hast, bleibt auf diesem Gerät.',
  ),
  'log-empty': words('Das Protokoll hat kein solches Blatt.', 'Seine Länge steht in den Köpfen.'),
  'closing-not-ready': words('Die Runde kann noch nicht geschlossen werden.', 'Das Pult sagt, was fehlt.'),
  'bundle-not-ready': words(
    'Die Akte dieser Runde ist noch nicht veröffentlicht.',
    'Sie kommt mit dem Schluss.',
  ),
  'token-unknown': words('Diesen Token gibt es nicht.', 'Sieh in die Sammlung.'),
  'rpc-chain': words(
    'Diese Website hat keinen Knoten für diese Chain.',
    'Verwende einen eigenen Knoten; der Betreiber kann die Chain hinzufügen.',
  ),
  'rpc-method': words(
    'Dieser Proxy reicht diese Methode nicht weiter.',
    'Verwende dafür einen eigenen Knoten.',
  ),
}
