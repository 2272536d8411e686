/** What makes a site look generated, how it is looked for, and a page that has it: the finder is tried on it first. */
export type Default = { id: string; name: string; lookedFor: string; fixture: string }

export const DEFAULTS: readonly Default[] = [
  {
    id: 'system-focus',
    name: 'the browser’s own focus ring',
    lookedFor: 'the first control that Tab reaches has an outline of style auto',
    fixture: '<button style="outline:auto">a</button>',
  },
  {
    id: 'centred-hero',
    name: 'a centred hero',
    lookedFor: 'a centred h1',
    fixture: '<h1 style="text-align:center">a</h1>',
  },
  {
    id: 'card-grid',
    name: 'a grid of cards',
    lookedFor: 'three neighbours with round corners and a border or a shadow',
    fixture: `<div>${'<div style="border-radius:12px;border:1px solid">a</div>'.repeat(3)}</div>`,
  },
  {
    id: 'toast',
    name: 'a toast',
    lookedFor: 'a live region that is fixed to the window, other than the bar at its foot',
    fixture: '<div role="alert" style="position:fixed;right:0;bottom:0">Saved</div>',
  },
  {
    id: 'no-data',
    name: '“No data”',
    lookedFor: '“no data”, “no results”, “nothing to show”',
    fixture: '<p>No data</p>',
  },
  {
    id: 'loading',
    name: '“Loading…”',
    lookedFor: 'the word at the beginning of a text',
    fixture: '<p>Loading…</p>',
  },
  {
    id: 'spinner',
    name: 'a spinner',
    lookedFor: 'an animation without end, other than the hairline of a running check',
    fixture:
      '<style>@keyframes s{to{rotate:1turn}}</style><i style="display:block;animation:s 1s infinite">a</i>',
  },
  {
    id: 'skeleton',
    name: 'grey bars in place of text',
    lookedFor: 'names of skeleton, shimmer or pulse',
    fixture: '<div class="skeleton">a</div>',
  },
  {
    id: 'gradient',
    name: 'a gradient',
    lookedFor: 'a background image that is one, other than on sliders and behind pictures that are awaited',
    fixture: '<div style="background-image:linear-gradient(red,blue)">a</div>',
  },
  {
    id: 'shadow',
    name: 'a shadow',
    lookedFor: 'any but that under a lifted work',
    fixture: '<div style="box-shadow:0 1px 9px red">a</div>',
  },
  {
    id: 'round-corners',
    name: 'round corners',
    lookedFor: 'more than 2 px, except on circles',
    fixture: '<div style="border-radius:8px;width:90px;height:30px;border:1px solid">a</div>',
  },
  { id: 'emoji', name: 'an emoji', lookedFor: 'a pictograph in a text', fixture: '<p>Done 🎉</p>' },
  {
    id: 'link-blue',
    name: 'the blue of unstyled links',
    lookedFor: 'rgb(0, 0, 238)',
    fixture: '<a href="/">a</a>',
  },
  {
    id: 'usual-face',
    name: 'the usual typeface',
    lookedFor: 'Inter, Geist, Roboto or system-ui first on the body',
    fixture: '<style>body{font-family:Inter}</style>a',
  },
  {
    id: 'purple',
    name: 'purple',
    lookedFor: 'a text or ground of that hue',
    fixture: '<p style="background:rgb(124,58,237)">a</p>',
  },
  { id: 'lorem', name: 'lorem ipsum', lookedFor: 'the words', fixture: '<p>Lorem ipsum dolor</p>' },
  {
    id: 'oops',
    name: '“Oops”',
    lookedFor: '“oops”, “something went wrong”, “uh-oh”',
    fixture: '<p>Oops! Something went wrong.</p>',
  },
  {
    id: 'tooltip',
    name: 'a fact in a tooltip',
    lookedFor: 'a title attribute whose text stands nowhere on the page',
    fixture: '<b title="42 votes">a</b>',
  },
  {
    id: 'nameless',
    name: 'an icon without a name',
    lookedFor: 'a button or link without text or label',
    fixture: '<button><svg></svg></button>',
  },
  {
    id: 'centred-text',
    name: 'centred columns of text',
    lookedFor: 'a centred paragraph of more than a line',
    fixture: `<p style="text-align:center;width:90px">${'word '.repeat(30)}</p>`,
  },
]
