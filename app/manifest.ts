import type { MetadataRoute } from 'next'
import * as text from '#messages/app/manifest.ts'
import { language } from '#messages/language.ts'

/** What a phone needs to keep Verso beside its other apps. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Verso',
    short_name: 'Verso',
    description: text.description,
    lang: language,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f5f5f5',
    theme_color: '#f5f5f5',
    categories: ['art', 'lifestyle'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [{ name: text.rounds, url: '/rounds' }],
  }
}
