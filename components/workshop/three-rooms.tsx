import { Button, type ButtonKind, type ButtonSize } from '#components/ui/button.tsx'
import { Check, VERDICT_WORDS, type Verdict } from '#components/ui/check.tsx'
import { DOT_WORDS, Dot, type DotKind } from '#components/ui/dot.tsx'
import { SelectField, TextAreaField, TextField } from '#components/ui/field.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { RoomName } from '#components/ui/room.tsx'
import { Section } from '#components/ui/section.tsx'
import { Steps } from '#components/ui/steps.tsx'
import { Timeline } from '#components/ui/timeline.tsx'
import { ROOMS } from './groups.ts'

const SWATCHES = {
  ground: 'bg-ground',
  raise: 'bg-raise',
  press: 'bg-press',
  line: 'bg-line',
  edge: 'bg-edge',
  second: 'bg-second',
  fg: 'bg-fg',
  seal: 'bg-seal',
  indigo: 'bg-indigo',
  verdigris: 'bg-verdigris',
  ochre: 'bg-ochre',
  empty: 'bg-empty',
}
const DOTS = Object.keys(DOT_WORDS) as DotKind[]
const VERDICTS = Object.keys(VERDICT_WORDS) as Verdict[]
const KINDS: readonly ButtonKind[] = ['act', 'main', 'plain', 'link']
const SIZES: readonly ButtonSize[] = [32, 40, 44, 52]
const STEPS = [{ label: 'Reject' }, { label: 'Pick' }, { label: 'Rank' }]
const STATES = [
  { label: 'Opened', when: '1 December', state: 'done' },
  { label: 'Closes', when: '8 December', state: 'next' },
  { label: 'Minted', when: '10 December', state: 'to come' },
] as const

function Marks() {
  return (
    <>
      <ul className="mt-4 grid grid-cols-3 gap-2 text-13">
        {Object.entries(SWATCHES).map(([name, colour]) => (
          <li key={name}>
            <div className={`h-9 border border-line ${colour}`} />
            <p className="text-second">{name}</p>
          </li>
        ))}
      </ul>
      <ul className="mt-4 grid gap-1 text-13">
        {DOTS.map((kind) => (
          <li key={kind} className="flex items-center gap-2">
            <Dot kind={kind} /> <Dot kind={kind} size={14} /> {DOT_WORDS[kind]}
          </li>
        ))}
        {VERDICTS.map((verdict) => (
          <li key={verdict} className="flex items-center gap-2">
            <Check verdict={verdict} silent /> {VERDICT_WORDS[verdict]}
          </li>
        ))}
      </ul>
    </>
  )
}

function Buttons({ room }: { room: RoomName }) {
  return (
    <div className="mt-4 grid gap-2">
      {KINDS.map((kind) => (
        <div key={kind} className="flex flex-wrap items-center gap-2">
          {SIZES.map((size) => (
            <Button key={size} kind={kind} size={size}>
              {`${kind} ${size}`}
            </Button>
          ))}
        </div>
      ))}
      <div>
        <Button id={`off-${room}`} disabled reason="The works are not frozen yet.">
          Open voting
        </Button>
      </div>
    </div>
  )
}

function Fields({ room }: { room: RoomName }) {
  return (
    <div className="mt-4 grid gap-4">
      <TextField name={`${room}-text`} label="Title" defaultValue="A low sun over machinery" />
      <TextField
        name={`${room}-error`}
        label="Places"
        defaultValue="0"
        error="A round has one place or more."
      />
      <TextAreaField name={`${room}-area`} label="Brief" count="0 of 600" hint="Say what should be seen." />
      <SelectField
        name={`${room}-select`}
        label="Method"
        options={[{ value: 'approval', label: 'Approval' }]}
      />
    </div>
  )
}

function Voices() {
  return (
    <div className="mt-4 grid gap-2">
      <p className="type-room text-36">Two Inks</p>
      <p className="font-statement text-24 leading-statement">Third place was a tie.</p>
      <p className="type-title">Cow parsley, first proof</p>
      <p className="type-narrow text-13">Work 8 of 40 in this sitting</p>
      <Hash value={`0x${'9c41e07b'.repeat(8)}`} />
    </div>
  )
}

/** The common parts in the three rooms at once. */
export function ThreeRooms() {
  return (
    <div className="grid wide:grid-cols-3">
      {ROOMS.map((room) => (
        <div key={room} data-room={room} className="min-w-0 bg-ground p-6 text-fg">
          <Section title={<span className="capitalize">{room}</span>}>
            <Marks />
            <Voices />
            <Buttons room={room} />
            <Fields room={room} />
            <Steps items={STEPS} current={1} label={`Passes, ${room}`} layout="row" />
            <Timeline states={STATES} now="now" />
            <Notice title="Your ballot is kept." headingLevel={3}>
              Nothing was sent.
            </Notice>
          </Section>
        </div>
      ))}
    </div>
  )
}
