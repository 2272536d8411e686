import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { notFound } from 'next/navigation'
import { ImageResponse } from 'next/og'
import { cardWords } from '#components/rounds/social/card-words.ts'
import { CARD_SIZE, RoundCard } from '#components/rounds/social/round-card.tsx'
import { socialCard } from '#lib/flows/social-card/loaders.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import * as text from '#messages/app/rounds/card.ts'

export const dynamic = 'force-dynamic'
export const alt = text.alt
export const size = CARD_SIZE
export const contentType = 'image/png'

/** Sites ask for it each time somebody posts a link. */
const KEPT_SECONDS = 300

const FACES = { Room: 'archivo-room', Text: 'archivo-text', Title: 'newsreader-title' }

const faces = Promise.all(
  Object.entries(FACES).map(async ([name, file]) => ({
    name,
    data: await readFile(join(process.cwd(), 'public/fonts', `${file}.ttf`)),
  })),
)

export default async function Image({ params }: { params: Promise<{ slug: string }> }) {
  const round = await roundBySlug((await params).slug)
  if (!round || round.state === 'draft') notFound()
  const { pictures, chosen } = await socialCard(round)
  return new ImageResponse(
    <RoundCard
      community={round.community.name}
      title={round.title}
      words={cardWords(round)}
      pictures={pictures}
      label={chosen}
    />,
    {
      ...size,
      fonts: await faces,
      headers: { 'cache-control': `public, max-age=${KEPT_SECONDS}` },
    },
  )
}
