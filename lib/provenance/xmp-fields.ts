/** Fields that are looked for, by what they are called in a report. */
const FIELDS = {
  title: 'dc:title',
  creator: 'dc:creator',
  rights: 'dc:rights',
  licence: 'xmpRights:WebStatement',
  sourceType: 'Iptc4xmpExt:DigitalSourceType',
  system: 'Iptc4xmpExt:AISystemUsed',
  systemVersion: 'Iptc4xmpExt:AISystemVersionUsed',
  prompt: 'Iptc4xmpExt:AIPromptInformation',
  promptWriter: 'Iptc4xmpExt:AIPromptWriterName',
  dataMining: 'plus:DataMining',
} as const

export type XmpFields = Partial<Record<keyof typeof FIELDS, string>>

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string) =>
  text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g, (all, name, decimal, hex) => {
    if (name) return SIGNS[name] ?? all
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })

/** The text between two marks, without tags; null where they do not stand in this order. */
function between(packet: string, name: string): string | null {
  const opening = packet.indexOf(`<${name}>`)
  if (opening < 0) return null
  const from = opening + name.length + 2
  const end = packet.indexOf(`</${name}>`, from)
  return end < 0 ? null : packet.slice(from, end).replace(/<[^<>]*>/g, '')
}

function attribute(packet: string, name: string): string | null {
  const opening = packet.indexOf(` ${name}="`)
  if (opening < 0) return null
  const from = opening + name.length + 3
  const end = packet.indexOf('"', from)
  return end < 0 ? null : packet.slice(from, end)
}

/** The fields of a packet that name a work, its maker, its terms and its prompt, as elements or attributes. */
export function xmpFieldsOf(packet: string): XmpFields {
  const found: XmpFields = {}
  for (const [field, name] of Object.entries(FIELDS) as [keyof typeof FIELDS, string][]) {
    const text = between(packet, name) ?? attribute(packet, name)
    if (text !== null) found[field] = unescaped(text).trim()
  }
  return found
}
