import localFont from 'next/font/local'

// Made by scripts/subset-fonts.mjs. Two files are preloaded; the italic is only for titles of works.
export const archivo = localFont({
  src: '../public/fonts/archivo.woff2',
  variable: '--face-archivo',
  weight: '400 650',
  declarations: [{ prop: 'font-stretch', value: '80% 118%' }],
  display: 'swap',
  adjustFontFallback: 'Arial',
})

export const martianMono = localFont({
  src: '../public/fonts/martian-mono.woff2',
  variable: '--face-martian-mono',
  weight: '400 600',
  display: 'swap',
  adjustFontFallback: false,
})

export const newsreader = localFont({
  src: '../public/fonts/newsreader-italic.woff2',
  variable: '--face-newsreader',
  weight: '400',
  style: 'italic',
  display: 'swap',
  preload: false,
  adjustFontFallback: 'Times New Roman',
})

/** Class names for the html element: they only define the three custom properties. */
export const fontVariables = [archivo.variable, martianMono.variable, newsreader.variable].join(' ')
