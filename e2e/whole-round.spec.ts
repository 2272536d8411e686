import { playRound } from '#scripts/play/play-round.ts'
import { PARTI_PROMPTS } from '#scripts/play/prompts.ts'
import { expect, outside } from './story.ts'

outside('people outside play a whole round, and its record holds', async ({ ground }) => {
  const name = `harbour-wall-${Date.now().toString(36)}`
  const report = await playRound(ground, {
    founding: {
      slug: name,
      name: 'Harbour wall',
      symbol: 'HARB',
      description: '',
      licence: 'CC0-1.0',
      token: { name: 'Harbour votes', symbol: 'HV' },
      minChallenge: 60,
    },
    round: {
      slug: name,
      title: 'Four sentences',
      brief: 'What does a plain sentence look like?',
      places: 2,
      maxChoices: 2,
      submissionsSeconds: 600,
      openingSeconds: 300,
      votingSeconds: 900,
      challengeSeconds: 60,
      sealGrace: 60,
    },
    prompts: PARTI_PROMPTS.filter((_, n) => n % 6 === 0),
    picturesPerBrief: 1,
    voters: 6,
    troupe: name,
  })
  expect(report.works).toBe(4)
  expect(report.votes).toEqual({ ballots: 6, replaced: 1, posted: 1 })
  expect(report.winners.rows.map(({ minted }) => minted)).toEqual([true, true])
  expect(report.round.state).toBe('minted')
  const colours = Object.fromEntries(report.verify.checks.map(({ id, colour }) => [id, colour]))
  const findings = report.verify.checks.flatMap((check) => check.findings)
  expect(findings.map(({ code }) => code)).toEqual(['recipe-claimed', 'gates-claimed'])
  expect(colours).toMatchObject({
    ...Object.fromEntries(['0', '1', '3', '4', '5', '6', '7', '7b', '8'].map((id) => [id, 'green'])),
    '2': 'attested',
    '9': 'attested',
  })
  expect(report.verify.exitCode).toBe(0)
})
