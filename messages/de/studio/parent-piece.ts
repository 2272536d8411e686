/** What is made of a work that is varied, by who makes it. */
export const drawnAgain =
  'Der prozedurale Künstler zeichnet es noch einmal aus seinem eigenen Startwert und verschiebt in jedem Bild ein Merkmal: wie dicht, wie bewegt, die Stunde, die Farben. Neue Worte von dir gehen vor.'
export const fromItsSeed =
  'Neue Worte werden einmal aus seinem eigenen Startwert gemacht; jedes andere Bild hat einen eigenen.'
export const workToVary = 'Das Werk, das variiert wird'
export const variationsOf = 'Variationen von'
export const namesWork = 'Der Auftrag, den du unterschreibst, nennt dieses Werk.'
export const withoutParent = 'Einen Auftrag ohne Vorbild erteilen'
