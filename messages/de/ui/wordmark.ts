export const spoken = {
  open: 'Verso, Startseite',
  picks: 'Verso, Startseite. Auf diesem Gerät hast du gewählt',
  signed: 'Verso, Startseite. Dein Stimmzettel ist unterschrieben',
}
