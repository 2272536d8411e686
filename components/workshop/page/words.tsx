'use client'

import { useState } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { useTellAnswered } from '#components/ui/connection.ts'
import { ConnectionBar } from '#components/ui/connection-bar.tsx'
import { Dock } from '#components/ui/dock.tsx'
import { Dot } from '#components/ui/dot.tsx'
import { Fault } from '#components/ui/fault.tsx'
import { FootNotice, Notice } from '#components/ui/notice.tsx'
import { Scroller } from '#components/ui/scroller.tsx'
import { Section } from '#components/ui/section.tsx'
import { Sheet, SheetRows } from '#components/ui/sheet.tsx'
import { SkipLink } from '#components/ui/skip-link.tsx'
import { nothing, type Part, Stage } from '#components/workshop/group.tsx'
import { sampleBytes } from '#components/workshop/sample/hashes.ts'

export const Text = () => <p className="max-w-measure text-15">What stands on the page.</p>

function NoAnswer() {
  const [isSilent, silence] = useState(false)
  useTellAnswered(!isSilent)
  return (
    <Stage height="h-32">
      <div className="p-3">
        <Button size={32} onClick={() => silence(!isSilent)}>
          {isSilent ? 'Let the server answer again' : 'Let the server not answer'}
        </Button>
      </div>
      <ConnectionBar kept="What you picked is kept on this device." />
    </Stage>
  )
}

export const words: readonly Part[] = [
  {
    file: 'components/ui/connection-bar.tsx',
    about: 'For the whole page, so that each bar on this one comes with it.',
    columns: 2,
    states: { 'press it': <NoAnswer /> },
  },
  {
    file: 'components/ui/skip-link.tsx',
    about: 'Seen while the keyboard is on it: press in the frame, then Tab.',
    columns: 2,
    states: {
      'at the begin of a page': (
        <Stage height="h-24">
          <SkipLink />
        </Stage>
      ),
    },
  },
  {
    file: 'components/ui/section.tsx',
    columns: 2,
    states: {
      under: (
        <Section title="12 works" aside="each counts alike">
          <Text />
        </Section>
      ),
      over: (
        <Section title="Is it still in the log?" look="over">
          <Text />
        </Section>
      ),
      statement: (
        <Section title="Six hung, three turned away." look="statement" aside="of 12">
          <Text />
        </Section>
      ),
      room: (
        <Section title="Chain of custody" look="room" aside="8 green, 1 attested">
          <Text />
        </Section>
      ),
    },
  },
  {
    file: 'components/ui/sheet.tsx',
    columns: 2,
    states: {
      'terms and values': (
        <Sheet label="What it costs">
          <SheetRows
            rows={[
              { term: 'Gas', value: '214,301' },
              { term: 'At most', value: '0.00041 in coin' },
              { term: 'Your wallet pays it', quiet: true },
            ]}
          />
        </Sheet>
      ),
      'long values': (
        <Sheet>
          <SheetRows
            rule="ink"
            rows={[
              {
                term: 'Who may call it until the challenge ends',
                value: 'everybody who holds a receipt of this round',
              },
              { term: 'Digest', value: <span className="type-mono break-all">{sampleBytes(9)}</span> },
            ]}
          />
        </Sheet>
      ),
    },
  },
  {
    file: 'components/ui/notice.tsx',
    columns: 2,
    states: {
      'a sentence': <Notice title="Your ballot is kept.">Nothing was sent.</Notice>,
      'with a code and a way on': (
        <Notice
          title="The chain that gives the votes does not answer."
          code="power-unavailable"
          actions={<Button size={32}>Ask again</Button>}
        >
          Your picks are kept, and you can sign all the same.
        </Notice>
      ),
      'the title alone': <Notice title="This round was cancelled." />,
      'at the foot of the window': (
        <Stage height="h-28">
          <FootNotice action={<Button kind="link">Read it again</Button>}>
            <Dot kind="waiting" className="mr-2" />
            <b>You are offline.</b> What you picked is kept on this device.
          </FootNotice>
        </Stage>
      ),
    },
  },
  {
    file: 'components/ui/fault.tsx',
    about: 'It asks this server for the cause, and again every three seconds: here there is no database.',
    states: {
      'a page that could not be read': (
        <Fault what="The wall" error={{ digest: '2914087711' }} retry={nothing} />
      ),
    },
  },
  {
    file: 'components/ui/scroller.tsx',
    columns: 2,
    states: {
      'broader than its place': (
        <Scroller label="Sample">
          <p className="w-[70rem] border border-line p-3 text-13">
            Seventy rem of words that scroll by themselves, also with the keyboard, while the page stays where
            it is.
          </p>
        </Scroller>
      ),
    },
  },
  {
    file: 'components/ui/dock.tsx',
    about: 'Only in a window narrower than 800 pixels.',
    states: {
      'ways on, with a note': (
        <Dock note="Nothing is signed yet.">
          <ButtonLink href="#b" kind="main">
            Review ballot
          </ButtonLink>
          <Button>Share</Button>
        </Dock>
      ),
    },
  },
]
