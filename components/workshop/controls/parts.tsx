'use client'

import { useState } from 'react'
import { Button, type ButtonKind, ButtonLink, type ButtonSize } from '#components/ui/button.tsx'
import { Check, VERDICT_WORDS, type Verdict } from '#components/ui/check.tsx'
import { ChoiceField } from '#components/ui/choice-field.tsx'
import { DOT_WORDS, Dot, type DotKind } from '#components/ui/dot.tsx'
import { SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import {
  ArrowGlyph,
  ChevronGlyph,
  CrossGlyph,
  GripGlyph,
  MoreGlyph,
  PairGlyph,
  TurnGlyph,
  UndoGlyph,
} from '#components/ui/glyphs.tsx'
import type { RoomName } from '#components/ui/room.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { PlainWordmark, Wordmark } from '#components/ui/wordmark.tsx'
import { figures, lists } from '#components/workshop/controls/lists.tsx'
import { Group, type Part } from '#components/workshop/group.tsx'
import { sampleAddress } from '#components/workshop/sample/hashes.ts'
import { samplePicture } from '#components/workshop/sample/picture.ts'

const KINDS: readonly ButtonKind[] = ['act', 'main', 'plain', 'link']
const SIZES: readonly ButtonSize[] = [32, 40, 44, 52]
const DOTS = Object.keys(DOT_WORDS) as DotKind[]
const VERDICTS = Object.keys(VERDICT_WORDS) as Verdict[]
const LONG = 'The brief that a creator signs names the round, the works that are asked for and the licence'

function Kinds({ disabled = false }: { disabled?: boolean }) {
  return (
    <div className="grid gap-3">
      {KINDS.map((kind) => (
        <div key={kind} className="flex flex-wrap items-center gap-3">
          {SIZES.map((size) => (
            <Button key={size} kind={kind} size={size} disabled={disabled}>
              {`${kind} ${size}`}
            </Button>
          ))}
        </div>
      ))}
    </div>
  )
}

const button: Part = {
  file: 'components/ui/button.tsx',
  about: 'The red one signs. A page has one main button at most.',
  columns: 2,
  states: {
    'kinds and sizes': <Kinds />,
    disabled: <Kinds disabled />,
    'disabled, with its reason': (
      <Button
        id="off"
        kind="act"
        size={52}
        disabled
        reason="The works are not fixed yet: briefs run until Friday."
      >
        Open voting
      </Button>
    ),
    'with a dot': (
      <div className="flex flex-wrap gap-3">
        <Button dot="pick">Picked</Button>
        <Button kind="act" size={52} dot="candidate">
          Sign the ballot: 3 works
        </Button>
      </div>
    ),
    'as wide as its place': (
      <Button kind="main" size={44} wide>
        Connect a wallet
      </Button>
    ),
    'as wide as its place, with long words': (
      <Button size={44} wide>
        Render with volunteers’ GPUs (free, public, takes minutes and more)
      </Button>
    ),
    'links with the same look': (
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink href="#ui-button">To the wall</ButtonLink>
        <ButtonLink href="#ui-button" kind="main">
          Review ballot
        </ButtonLink>
        <ButtonLink href="#ui-button" kind="link">
          See the result
        </ButtonLink>
      </div>
    ),
  },
}

const field: Part = {
  file: 'components/ui/field.tsx',
  columns: 2,
  states: {
    empty: <TextField name="empty" label="Title" hint="It stands over the wall: two words are enough." />,
    filled: (
      <TextField name="filled" label="Title" defaultValue="A low sun over machinery" count="24 of 80" />
    ),
    'with an error': (
      <TextField name="faulty" label="Places" defaultValue="0" error="A round has one place or more." />
    ),
    disabled: <TextField name="off-field" label="Community" defaultValue="North Fold" disabled />,
    'an address, optional': (
      <TextField name="mono" label="Royalties to" aside="optional" mono defaultValue={sampleAddress(1)} />
    ),
    'a long label, a hint and an error': (
      <TextField name="long" label={LONG} count="1,204 of 2,000" error={`${LONG}.`} hint={`${LONG}.`} />
    ),
    'a text': <TextAreaField name="area" label="Brief" count="0 of 600" hint="Say what should be seen." />,
    'a text with an error': (
      <TextAreaField name="area-faulty" label="Brief" count="3 of 600" defaultValue="sea" error="Say more." />
    ),
    'one of several': (
      <SelectField
        name="select"
        label="Method"
        options={[
          { value: 'approval', label: 'Approval' },
          { value: 'ranked', label: 'Ranked', disabled: true },
        ]}
      />
    ),
    'one of several, with an error': (
      <SelectField
        name="select-faulty"
        label="Community"
        options={[{ value: '', label: 'None yet' }]}
        error="Found one first."
      />
    ),
  },
}

const PROVIDERS = [
  { value: 'procedural', label: 'Procedural artist', figures: ['2 s', 'nothing'], hint: 'On this server.' },
  {
    value: 'horde',
    label: 'Volunteers’ GPUs',
    figures: ['8 min', 'nothing'],
    hint: 'Strangers see the words.',
  },
  {
    value: 'replicate',
    label: 'Replicate',
    figures: ['4 s', '$0.003'],
    disabled: true,
    hint: 'No key is set.',
  },
]
const TILES = [1, 2, 3].map((number) => ({
  value: String(number),
  label: `Work ${number}`,
  picture: { src: samplePicture(number, 200, 200) },
}))

const choice: Part = {
  file: 'components/ui/choice-field.tsx',
  columns: 2,
  states: {
    'a ledger with figures': (
      <ChoiceField
        name="provider"
        label="Made by"
        columns={['Time', 'Cost']}
        choices={PROVIDERS}
        defaultValue="procedural"
      />
    ),
    'nothing chosen, with an error': (
      <ChoiceField name="provider-faulty" label="Made by" choices={PROVIDERS} error="Choose who makes it." />
    ),
    'tiles with pictures': (
      <ChoiceField name="tiles" label="Which one" layout="tiles" choices={TILES} defaultValue="2" />
    ),
    'tiles of words': (
      <ChoiceField
        name="word-tiles"
        label="Who receives it"
        layout="tiles"
        defaultValue="creator"
        choices={[
          { value: 'creator', label: 'The creator' },
          { value: 'treasury', label: 'The treasury', hint: 'Of the community.' },
          { value: 'sale', label: 'A sale', disabled: true },
        ]}
      />
    ),
  },
}

function Switches() {
  const [on, setOn] = useState(true)
  return (
    <div className="border-line border-b">
      <Switch label="Go on to the next work by itself" on={on} onChange={setOn} />
      <Switch label="Keys of one letter" on={!on} onChange={(next) => setOn(!next)} />
    </div>
  )
}

const switches: Part = {
  file: 'components/ui/switch.tsx',
  columns: 2,
  states: { 'on and off': <Switches /> },
}

const marks: readonly Part[] = [
  {
    file: 'components/ui/dot.tsx',
    about: 'Where a work or an act stands: shape first, colour second.',
    states: {
      'each kind, 10 and 14 pixels': (
        <ul className="grid gap-2 text-13 band:grid-cols-3">
          {DOTS.map((kind) => (
            <li key={kind} className="flex items-center gap-3">
              <Dot kind={kind} /> <Dot kind={kind} size={14} /> {DOT_WORDS[kind]}
            </li>
          ))}
        </ul>
      ),
    },
  },
  {
    file: 'components/ui/check.tsx',
    about: 'What a check found.',
    states: {
      'each verdict': (
        <ul className="grid gap-2 text-13 band:grid-cols-3">
          {VERDICTS.map((verdict) => (
            <li key={verdict} className="flex items-center gap-3">
              <Check verdict={verdict} silent /> {VERDICT_WORDS[verdict]}
            </li>
          ))}
        </ul>
      ),
    },
  },
  {
    file: 'components/ui/glyphs.tsx',
    states: {
      all: (
        <div className="flex flex-wrap gap-5">
          <TurnGlyph /> <CrossGlyph /> <ChevronGlyph /> <ArrowGlyph to="left" /> <ArrowGlyph to="right" />
          <ArrowGlyph to="up" /> <ArrowGlyph to="down" /> <GripGlyph /> <UndoGlyph /> <PairGlyph />{' '}
          <MoreGlyph />
        </div>
      ),
    },
  },
  {
    file: 'components/ui/wordmark.tsx',
    about: 'The o is the visitor’s own dot.',
    columns: 2,
    states: {
      'nothing picked': <Wordmark />,
      'something picked': <Wordmark standing="picks" />,
      'a ballot signed': <Wordmark standing="signed" />,
      'where there is no home': <PlainWordmark />,
    },
  },
]

const PARTS = [button, field, choice, switches, ...marks, ...lists, ...figures]

export function ControlsParts({ room }: { room: RoomName }) {
  return <Group name="controls" room={room} parts={PARTS} />
}
