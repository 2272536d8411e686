import type { ReactNode } from 'react'

export const keep = 'Behalte die Quittung als Datei'
export const carries =
  'Sie trägt die Unterschrift des Betreibers über ein Protokoll mit deinem Stimmzettel darin. Niemand kann sie zurücknehmen, und alle können sie gegen die Akte halten: Lege beide auf die Seite, die prüft.'
export const check = 'Eine Akte mit Quittung prüfen'
export const openUntil = (when: string) => `Offen bis ${when}, für jedes Konto.`
export const wasOpenUntil = (when: string) => `War offen bis ${when}.`
export const call = 'Der Aufruf, für jede Wallet'
type Named = { dropped: ReactNode; equivocation: ReactNode; watch: ReactNode; reading: ReactNode }
export const afterSeal = ({ dropped, equivocation, watch, reading }: Named) => (
  <>
    Nach dem Versiegeln halten {dropped} und {equivocation} am Vertrag der Sammlung die Runde an, bis ihr
    Wächter öffentlich entscheidet. {watch} folgt mit der Datei der Quittung dem Protokoll für dich und
    schreibt diese Beweise: {reading} im Quelltext.
  </>
)
export const now = 'Was jetzt zu tun ist'
export const notSo = 'Das Protokoll ist nicht, was diese Quittung sagt.'
export const ifEver = 'Falls es einmal nicht stimmt'
