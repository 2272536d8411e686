import { isSealedRecipe } from '#lib/protocol/brief-private.ts'
import { licenceById } from '#lib/protocol/licences.ts'
import { miningPreferenceOf } from './mining-preference.ts'
import type { BirthRecord } from './schema.ts'
import { sourceTypeOf } from './source-type.ts'

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as XML may hold it: what XML 1.0 has no place for becomes a space. */
function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

/** What a prompt is of which only the seal is written. */
const SEALED = 'kept private by its creator: the salted SHA-256 of the words'

/** Readers take a line's end in an attribute for a space, unless it is written as a number. */
const attribute = (name: string, text: string) =>
  ` ${name}="${xmlText(text).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`
const plain = (name: string, text: string) => `<${name}>${xmlText(text)}</${name}>`
const ordered = (name: string, text: string) =>
  `<${name}><rdf:Seq><rdf:li>${xmlText(text)}</rdf:li></rdf:Seq></${name}>`
const inAnyLanguage = (name: string, text: string) =>
  `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(text)}</rdf:li></rdf:Alt></${name}>`

/**
 * The XMP packet of a generated picture: IPTC Photo Metadata 2025.1 with its fields for works of AI, the licence, and
 * PLUS data mining. Read-only, since a change would break the signature over the file.
 */
export function xmpPacketOf({ recipe, creator, title, alt, madeAt }: BirthRecord): string {
  const { model, template } = recipe
  const licence = licenceById(recipe.licence)
  const { term, constraint } = miningPreferenceOf(recipe.licence).plus
  const attributes = [
    attribute('xmp:CreateDate', new Date(madeAt * 1000).toISOString()),
    attribute('xmp:CreatorTool', 'Verso'),
    attribute('xmpRights:WebStatement', licence.url),
    attribute('Iptc4xmpExt:DigitalSourceType', sourceTypeOf(recipe)),
    attribute('Iptc4xmpExt:AISystemUsed', model.id),
    attribute('Iptc4xmpExt:AISystemVersionUsed', model.version),
    attribute('plus:DataMining', term),
  ]
  const elements = [
    inAnyLanguage('dc:title', title),
    ordered('dc:creator', creator.name),
    inAnyLanguage('dc:rights', licence.name),
    inAnyLanguage('Iptc4xmpCore:AltTextAccessibility', alt),
    plain(
      'Iptc4xmpExt:AIPromptInformation',
      isSealedRecipe(recipe) ? `${template.text} (${SEALED})` : template.text,
    ),
    plain('Iptc4xmpExt:AIPromptWriterName', creator.name),
    ...(constraint ? [inAnyLanguage('plus:OtherConstraints', constraint)] : []),
  ]
  const names = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${names.join('')}${attributes.join('')}>`,
    ...elements,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('')
}
