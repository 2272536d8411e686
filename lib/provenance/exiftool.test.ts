import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExifTool } from 'exiftool-vendored'
import { describe, expect, it } from 'vitest'
import { birthRecord } from '#scripts/testing/birth-record.ts'
import { stripes } from '#scripts/testing/hostile-pictures.ts'
import { withXmp } from './xmp-in-file.ts'
import { xmpPacketOf } from './xmp-packet.ts'

/** ExifTool is written in Perl. */
const hasPerl = spawnSync('perl', ['-v']).status === 0

describe.skipIf(!hasPerl)('an independent reader', () => {
  it.each(['png', 'jpeg', 'webp'] as const)(
    'finds the IPTC fields of a %s (skipped without perl)',
    async (kind) => {
      const folder = mkdtempSync(join(tmpdir(), 'verso-exiftool-'))
      const reader = new ExifTool()
      try {
        const picture = new Uint8Array(await stripes().toFormat(kind).toBuffer())
        const file = join(folder, `work.${kind}`)
        const record = birthRecord({ title: 'Ebb & “flow” <3' })
        writeFileSync(file, withXmp(picture, `image/${kind}`, xmpPacketOf(record)))
        expect(await reader.readRaw(file)).toMatchObject({
          Title: 'Ebb & “flow” <3',
          Creator: 'Ada',
          DigitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
          AISystemUsed: 'black-forest-labs/flux-schnell',
          AISystemVersionUsed: 'c846a699',
          AIPromptInformation: 'A lighthouse at dusk, two inks',
          AIPromptWriterName: 'Ada',
          WebStatement: 'https://creativecommons.org/licenses/by/4.0/legalcode',
        })
      } finally {
        await reader.end()
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})
