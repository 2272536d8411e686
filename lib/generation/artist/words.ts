import { type BriefWord, wordsOf } from './brief-words.ts'
import * as lexicon from './lexicon.ts'
import { numeralAt } from './numbers.ts'
import { FAMILIES, type FamilyId, type Lean, type Options, type Tag } from './options.ts'
import { hashText, Random } from './random.ts'
import { clamp } from './scalar.ts'

/** What the default artist takes from a brief. */
export type Reading = {
  family: FamilyId
  options: Options
  /** The words, as written, that moved something; empty when nothing in the brief steers the artist. */
  moved: string[]
}

type Draft = { -readonly [K in keyof Options]: Options[K] } & { inks: Options['inks'][number][]; tags: Tag[] }

/** Words of the brief and the positions of those that moved something. */
type Page = { words: readonly BriefWord[]; moved: Set<number> }

/** Cloths and walls are things that show something; the other families are ways to show it. */
const isThing = (family: FamilyId) => family === 'weave' || family === 'wall'

/** The seed's choice. The first six keep the draw they had before there were eight. */
function unnamedFamily(random: Random): FamilyId {
  const among = random.next()
  if (random.chance(0.25)) return among < 0.5 ? 'weave' : 'wall'
  return FAMILIES[Math.floor(among * 6)] ?? 'overprint'
}

function voteFamily({ words, moved }: Page, ownSeed: number): FamilyId {
  const votes = new Map<FamilyId, number>()
  words.forEach(({ word }, index) => {
    const family = lexicon.FAMILY_WORDS.get(word)
    if (family) votes.set(family, (votes.get(family) ?? 0) + (index < 4 ? 1.5 : 1))
  })
  const ranked = [...votes].sort(
    (a, b) => b[1] - a[1] || Number(isThing(b[0])) - Number(isThing(a[0])) || (a[0] < b[0] ? -1 : 1),
  )
  const winner = ranked[0]?.[0]
  words.forEach(({ word }, index) => {
    if (winner && lexicon.FAMILY_WORDS.get(word) === winner) moved.add(index)
  })
  return winner ?? unnamedFamily(new Random(ownSeed))
}

function readColours({ words, moved }: Page, draft: Draft): void {
  words.forEach(({ word }, index) => {
    const ink = lexicon.INK_WORDS.get(word)
    if (!ink) return
    moved.add(index)
    const before = words[index - 1]?.word
    if (before === 'one' || before === 'single') {
      draft.accent = ink
      moved.add(index - 1)
      return
    }
    if (!draft.inks.includes(ink)) draft.inks.push(ink)
    draft.tags.push(lexicon.INK_TAG[ink])
  })
}

/** Whether an hour or mood still has something to move, once inks and paper are fixed by the brief. */
function moodMoves(family: FamilyId, { inks, inkCount, accent, paper }: Draft): boolean {
  const named = inks.length + (accent ? 1 : 0)
  if (family === 'wall') return inkCount === undefined
  if (family === 'overprint' || family === 'waterlines' || family === 'almanac' || family === 'weave')
    return paper === undefined
  if (family === 'herbarium') return named === 0 && inkCount === undefined
  return inkCount === undefined && (family === 'strata' ? inks.length : named) < 2
}

function readPaper({ words, moved }: Page, draft: Draft): void {
  if (!words.some(({ word }) => word === 'paper')) return
  words.forEach(({ word }, index) => {
    const paper = lexicon.PAPER_WORDS.get(word)
    if (!paper || draft.paper) return
    draft.paper = paper
    moved.add(index)
  })
}

function readMoods({ words, moved }: Page, draft: Draft, family: FamilyId): void {
  const moves = moodMoves(family, draft)
  words.forEach(({ word }, index) => {
    const hour = lexicon.HOUR_WORDS.get(word)
    const mood = lexicon.MOOD_WORDS.get(word)
    if (hour) {
      draft.hour = hour
      draft.tags.push(hour)
    }
    if (mood) draft.tags.push(mood)
    const isWeather = family === 'woodcut' && (hour === 'rain' || hour === 'snow')
    const isNight = family === 'almanac' && (hour === 'night' || mood === 'dark')
    // A façade's hour fixes its scheme; a mood chooses one only while no hour is named.
    const isOverruled =
      family === 'wall' && !hour && words.some((other) => lexicon.HOUR_WORDS.has(other.word))
    if (isWeather || isNight || ((hour || mood) && moves && !isOverruled)) moved.add(index)
  })
}

function readLean({ words, moved }: Page, table: ReadonlyMap<string, 'less' | 'more'>): Lean {
  let sum = 0
  words.forEach(({ word }, index) => {
    const way = table.get(word)
    if (!way) return
    sum += way === 'more' ? 1 : -1
    moved.add(index)
  })
  return sum > 0 ? 1 : sum < 0 ? -1 : 0
}

type Counted = 'inks' | 'count' | 'exceptions' | 'trees' | 'sun' | 'other'

function countedBy(word: string, family: FamilyId): Counted | null {
  if (lexicon.INK_NOUNS.has(word)) return 'inks'
  if (lexicon.COUNT_NOUNS[family].has(word)) return 'count'
  if (lexicon.EXCEPTION_NOUNS[family]?.has(word)) return 'exceptions'
  if (lexicon.TREE_WORDS.has(word)) return 'trees'
  return lexicon.SUN_WORDS.has(word) ? 'sun' : null
}

/** The thing a number counts: the first known noun up to three words on, before the next number. */
function nounAfter(page: Page, start: number, family: FamilyId): { counted: Counted; at: number } | null {
  const plain = page.words.map(({ word }) => word)
  for (let at = start; at < start + 3 && at < plain.length; at++) {
    if (numeralAt(plain, at)) return null
    const counted = countedBy(plain[at] ?? '', family)
    if (counted) return { counted, at }
  }
  return null
}

function settle(draft: Draft, counted: Counted, value: number, mayBeNone: boolean): boolean {
  if (counted === 'inks' && value > 0) draft.inkCount ??= clamp(value, 1, 3) as 1 | 2 | 3
  else if (counted === 'count' && (value > 0 || mayBeNone)) draft.count ??= value
  else if (counted === 'exceptions') draft.exceptions ??= value
  else if (counted === 'trees') draft.trees ??= value
  else if (counted === 'sun') draft.sun ??= value > 0
  else return false
  return true
}

function readNumbers(page: Page, draft: Draft, family: FamilyId): void {
  const plain = page.words.map(({ word }) => word)
  const loose: { index: number; value: number }[] = []
  for (let index = 0; index < plain.length; index++) {
    const numeral = numeralAt(plain, index)
    if (!numeral) continue
    const after = index + numeral.length
    const noun = nounAfter(page, after, family)
    const isFirstCount = noun?.counted === 'count' && draft.count === undefined
    if (noun && settle(draft, noun.counted, numeral.value, plain[noun.at] === 'island')) {
      if (isFirstCount && draft.count !== undefined) draft.counted = plain[noun.at] ?? ''
      for (let word = index; word < after; word++) page.moved.add(word)
      // Any noun of the family would have been counted; the number alone moves.
      if (noun.counted !== 'count' || numeral.value === 0) page.moved.add(noun.at)
    } else if (!noun && numeral.value > 0 && !lexicon.INK_WORDS.has(plain[after] ?? '')) {
      loose.push({ index, value: numeral.value })
    }
    index = after - 1
  }
  const first = loose[0]
  if (first && draft.count === undefined) {
    draft.count = first.value
    page.moved.add(first.index)
  }
}

function readForms({ words, moved }: Page, draft: Draft, family: FamilyId): void {
  words.forEach(({ word }, index) => {
    const form = lexicon.FORM_WORDS[family].get(word)
    const shape = lexicon.SHAPE_WORDS[family]?.get(word)
    const isFirst = (form && draft.form === undefined) || (shape && draft.shape === undefined)
    if (form) draft.form ??= form
    if (shape) draft.shape ??= shape
    if (isFirst) moved.add(index)
  })
}

function readThings({ words, moved }: Page, draft: Draft, family: FamilyId): void {
  words.forEach(({ word, written }, index) => {
    if (word === 'monochrome' || word === 'duotone') {
      draft.inkCount ??= word === 'monochrome' ? 1 : 2
      moved.add(index)
    }
    if (family !== 'woodcut' && family !== 'strata') return
    if (lexicon.LOW_WORDS.has(word)) draft.low = true
    else if (lexicon.SUN_WORDS.has(word)) {
      draft.sun ??= true
      // A woodcut has its disc unasked.
      if (family === 'woodcut') return
    } else if (lexicon.TREE_WORDS.has(word)) draft.trees ??= written === word ? 1 : 5
    else return
    moved.add(index)
  })
}

/**
 * Reads a brief: its words choose the family and its options, everything else is left to the seed.
 * Unknown words only stir the seed.
 * @param ground what stirs the seed in place of the words, for a sibling of another work
 */
export function readBrief(prompt: string, seed: number, ground = hashText(prompt)): Reading {
  const page: Page = { words: wordsOf(prompt), moved: new Set() }
  const family = voteFamily(page, ground ^ seed)
  const draft: Draft = { ...lexicon.NO_OPTIONS, inks: [], tags: [] }
  readColours(page, draft)
  readPaper(page, draft)
  draft.density = readLean(page, lexicon.DENSITY_WORDS)
  draft.motion = readLean(page, lexicon.MOTION_WORDS)
  readNumbers(page, draft, family)
  readForms(page, draft, family)
  readThings(page, draft, family)
  readMoods(page, draft, family)
  const moved = [...page.moved].sort((a, b) => a - b).map((index) => page.words[index]?.written ?? '')
  return { family, options: draft, moved: [...new Set(moved)] }
}
