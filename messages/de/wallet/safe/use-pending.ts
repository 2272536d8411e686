export const unreached = {
  title: 'Dieser Server war nicht erreichbar.',
  next: 'Was unterschrieben wurde, ist noch da. Versuche es noch einmal.',
}
