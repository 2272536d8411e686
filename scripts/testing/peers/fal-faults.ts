/** What the next request, or the next answer, is to suffer. */
export type FalFault =
  /** Refused at the door: nothing is taken. */
  | 'rate-limited'
  | 'rate-limited-in-silence'
  | 'no-credit'
  | 'locked'
  | 'bad-key'
  | 'forbidden'
  | 'invalid-input'
  /** The server fails before, or after, it has taken the request. */
  | 'broken-before'
  | 'broken-after'
  /** The request is taken and the answer never comes, or the connection breaks, or says something else. */
  | 'hangs'
  | 'lost'
  | 'answers-oddly'
  /** The run ends badly. */
  | 'invalid-run'
  | 'policy'
  | 'nsfw'
  | 'crashes'
  | 'no-machine'
  | 'never-starts'
  | 'stalls'
  /** Its result cannot be read at first. */
  | 'result-broken'
  /** Its output is not what it should be. */
  | 'output-gone'
  | 'output-html'
  | 'output-huge'
  | 'output-cut'
  | 'output-private'
  | 'output-redirects'
  | 'no-output'

/** What is sent back: status, body, headers. */
export type Answer = readonly [status: number, body: unknown, headers?: Record<string, string>]

/** What a request is refused with at the door. */
export const REFUSALS: Partial<Record<FalFault, Answer>> = {
  'rate-limited': [429, { detail: 'Too many requests' }, { 'retry-after': '7' }],
  'rate-limited-in-silence': [429, { detail: 'Too many requests' }],
  'no-credit': [402, { detail: 'Payment required' }],
  locked: [
    403,
    {
      detail: 'User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.',
    },
  ],
  'bad-key': [401, { detail: 'No user found for Key ID and Secret' }],
  forbidden: [403, { detail: 'You do not have access to this application' }],
  'invalid-input': [
    422,
    { detail: [{ loc: ['body', 'image_size'], msg: 'unexpected value', type: 'value_error.const' }] },
  ],
  'broken-before': [500, { detail: 'Internal Server Error' }],
}

/** What reading the result of a run answers with that has failed. */
export const PROBLEMS: Partial<Record<FalFault, readonly [number, object]>> = {
  'invalid-run': [
    422,
    { detail: [{ loc: ['body', 'seed'], msg: 'value is not a valid integer', type: 'type_error.integer' }] },
  ],
  policy: [
    422,
    {
      detail: [
        {
          loc: ['body', 'prompt'],
          msg: 'The content could not be processed because it contained material flagged by a content checker.',
          type: 'content_policy_violation',
          url: 'https://docs.fal.ai/errors#content_policy_violation',
        },
      ],
    },
  ],
  crashes: [500, { detail: 'The runner encountered an error', error_type: 'runner_server_error' }],
  'no-machine': [503, { detail: 'No runner available', error_type: 'runner_scheduling_failure' }],
  'never-starts': [504, { detail: 'Request timed out', error_type: 'request_timeout' }],
}
