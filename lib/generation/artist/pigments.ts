import type { Lch } from './colour.ts'

/** Inks named for real ones, in OKLCH; each keeps its own character. */
export const INKS = {
  prussian: [0.33, 0.085, 250],
  indigo: [0.31, 0.07, 270],
  smalt: [0.48, 0.1, 262],
  ultramarine: [0.42, 0.17, 268],
  cerulean: [0.6, 0.09, 235],
  verdigris: [0.56, 0.075, 185],
  terreverte: [0.55, 0.045, 150],
  malachite: [0.52, 0.09, 160],
  sap: [0.42, 0.07, 130],
  weld: [0.86, 0.13, 100],
  ochre: [0.72, 0.115, 78],
  orpiment: [0.8, 0.14, 82],
  sienna: [0.5, 0.11, 50],
  umber: [0.36, 0.04, 65],
  sanguine: [0.52, 0.14, 36],
  vermilion: [0.6, 0.19, 32],
  minium: [0.68, 0.17, 45],
  madder: [0.5, 0.15, 15],
  rose: [0.74, 0.09, 10],
  lac: [0.38, 0.11, 5],
  caput: [0.38, 0.07, 20],
  sepia: [0.3, 0.03, 60],
  irongall: [0.24, 0.015, 280],
  lamp: [0.2, 0.005, 60],
  payne: [0.36, 0.03, 250],
  slate: [0.55, 0.02, 250],
  plum: [0.36, 0.07, 340],
} as const satisfies Record<string, Lch>

export type InkName = keyof typeof INKS

/** What a reader calls each ink. */
export const INK_LABEL: Readonly<Record<InkName, string>> = {
  prussian: 'Prussian blue',
  indigo: 'indigo',
  smalt: 'smalt',
  ultramarine: 'ultramarine',
  cerulean: 'cerulean',
  verdigris: 'verdigris',
  terreverte: 'terre verte',
  malachite: 'malachite green',
  sap: 'sap green',
  weld: 'weld yellow',
  ochre: 'ochre',
  orpiment: 'orpiment',
  sienna: 'sienna',
  umber: 'umber',
  sanguine: 'sanguine',
  vermilion: 'vermilion',
  minium: 'minium orange',
  madder: 'madder',
  rose: 'rose',
  lac: 'lac red',
  caput: 'caput mortuum',
  sepia: 'sepia',
  irongall: 'iron gall black',
  lamp: 'lamp black',
  payne: 'Payne’s grey',
  slate: 'slate grey',
  plum: 'plum',
}

/** Papers in OKLCH. */
export const PAPERS = {
  rag: [0.955, 0.012, 88],
  kozo: [0.93, 0.022, 90],
  laid: [0.94, 0.016, 78],
  oatmeal: [0.89, 0.022, 80],
  ingres: [0.83, 0.012, 240],
  sugar: [0.74, 0.03, 240],
  newsprint: [0.9, 0.014, 95],
  blush: [0.9, 0.025, 45],
  celadon: [0.9, 0.018, 165],
  kraft: [0.74, 0.05, 70],
} as const satisfies Record<string, Lch>

export type PaperName = keyof typeof PAPERS

export const PAPER_LABEL: Readonly<Record<PaperName, string>> = {
  rag: 'rag paper',
  kozo: 'kozo paper',
  laid: 'laid paper',
  oatmeal: 'oatmeal paper',
  ingres: 'grey Ingres paper',
  sugar: 'blue sugar paper',
  newsprint: 'newsprint',
  blush: 'blush paper',
  celadon: 'celadon paper',
  kraft: 'kraft paper',
}
