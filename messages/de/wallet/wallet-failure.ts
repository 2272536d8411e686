export const rejected = (kept: string) => ({
  title: 'Du hast die Wallet geschlossen.',
  next: `${kept} Unterschreibe, wenn du so weit bist.`,
})
export const noFunds = (kept: string) => ({
  title: 'Dieses Konto kann das Gas nicht bezahlen.',
  next: `${kept} Lade es etwas auf, oder verwende ein anderes Konto.`,
})
export const wrongNetwork = (kept: string) => ({
  title: 'Deine Wallet ist in einem anderen Netzwerk.',
  next: `${kept} Wechsle das Netzwerk in deiner Wallet und versuche es noch einmal.`,
})
export const reverted = (kept: string, reason: string) => ({
  title: 'Der Vertrag lehnt das jetzt ab.',
  next: `${kept} Sein Grund: ${reason}.`,
})
export const notMined = (kept: string) => ({
  title: 'Noch hat kein Block die Transaktion aufgenommen.',
  next: `${kept} Sieh in deiner Wallet nach: Dort lässt sie sich beschleunigen.`,
})
export const unknown = (kept: string, detail: string) => ({
  title: 'Deine Wallet konnte das nicht.',
  next: `${kept} Sie sagte: ${detail}`,
})
