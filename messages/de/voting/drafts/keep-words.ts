export const lastSaved = (time: string) => `; zuletzt gesichert ${time}`
export const saved = (host: string, last: string) =>
  `Gesichert auf diesem Gerät und, nur für dich, bei ${host}${last}.`
export const saving = (host: string) => `Gesichert auf diesem Gerät; wird bei ${host} gesichert …`
export const looking = (host: string) =>
  `Gesichert auf diesem Gerät; ${host} wird gefragt, was auf deinen anderen Geräten entschieden wurde …`
export const offline = (host: string, last: string) =>
  `Gesichert auf diesem Gerät. ${host} antwortet nicht: Es wird von selbst wieder versucht${last}.`
export const signedOut = (host: string, last: string) =>
  `Gesichert nur auf diesem Gerät, bis du dich bei ${host} wieder anmeldest${last}.`
export const refused = (host: string, last: string) =>
  `Gesichert auf diesem Gerät. ${host} hat das Neueste davon nicht angenommen${last}.`
export const asks = (host: string) =>
  `Gesichert auf diesem Gerät. Bei ${host} wird nichts gesichert, bis du geantwortet hast.`
