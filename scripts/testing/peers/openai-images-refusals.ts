/** What the next request, or its picture, is to suffer. */
export type ImagesFault =
  /** Refused at the door: nothing is made. */
  | 'rate-limited'
  | 'limit-used-up'
  | 'crowded'
  | 'no-quota'
  | 'hard-limit'
  | 'no-credit'
  | 'bad-key'
  | 'invalid-input'
  | 'unprocessable'
  | 'moderated'
  | 'overloaded'
  | 'redirected'
  /** The server fails before, or after, it has made the picture. */
  | 'broken-before'
  | 'broken-after'
  /** The picture is made and the answer never comes, or breaks off, or holds no picture. */
  | 'hangs'
  | 'lost'
  | 'cut'
  | 'no-picture'
  /** The picture is not what it should be. */
  | 'picture-html'
  | 'picture-huge'
  /** Behind an address only. */
  | 'picture-gone'
  | 'picture-private'
  | 'picture-redirects'
  | 'picture-cut'
  | 'picture-late'

export type Refusal = readonly [
  status: number,
  error: { message: string; type: string; code: string | null },
  headers?: Record<string, string>,
]

const LIMIT =
  'Rate limit reached for gpt-image-2 in organization org-verso on input-images per min: Limit 5, Used 5, Requested 1.'

/**
 * In the hosts' own words and codes. developers.openai.com/api/docs/guides/error-codes and …/rate-limits,
 * docs.together.ai/docs/error-codes (both read 2026-11-29); the codes of moderation and of the hard limit as
 * callers report them (openai/codex, dfinke/PowerShellAI issue 127; read 2026-11-29).
 */
export const REFUSALS: Partial<Record<ImagesFault, Refusal>> = {
  'rate-limited': [
    429,
    { message: LIMIT, type: 'requests', code: 'rate_limit_exceeded' },
    { 'retry-after': '7' },
  ],
  'limit-used-up': [
    429,
    { message: LIMIT, type: 'requests', code: 'rate_limit_exceeded' },
    {
      'x-ratelimit-limit-requests': '5',
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-reset-requests': '11.5s',
      'x-ratelimit-remaining-tokens': '149984',
      'x-ratelimit-reset-tokens': '6m0s',
    },
  ],
  crowded: [429, { message: 'Too many requests.', type: 'requests', code: null }],
  'no-quota': [
    429,
    {
      message: 'You exceeded your current quota, please check your plan and billing details.',
      type: 'insufficient_quota',
      code: 'insufficient_quota',
    },
  ],
  'hard-limit': [
    400,
    {
      message: 'Billing hard limit has been reached',
      type: 'invalid_request_error',
      code: 'billing_hard_limit_reached',
    },
  ],
  'no-credit': [
    402,
    {
      message: 'The account has reached its monthly spending limit.',
      type: 'credit_limit',
      code: null,
    },
  ],
  'bad-key': [
    401,
    {
      message: 'Incorrect API key provided: verso-op**********-key.',
      type: 'invalid_request_error',
      code: 'invalid_api_key',
    },
  ],
  'invalid-input': [
    400,
    { message: "Invalid value: '7x7'.", type: 'invalid_request_error', code: 'invalid_value' },
  ],
  unprocessable: [
    422,
    { message: 'steps must be between 1 and 12', type: 'invalid_request_error', code: null },
  ],
  moderated: [
    400,
    {
      message:
        'Your request was rejected by the safety system. If you believe this is an error, contact us at help.openai.com and include the request ID req_1. safety_violations=[violence].',
      type: 'image_generation_user_error',
      code: 'moderation_blocked',
    },
  ],
  overloaded: [
    503,
    {
      message: 'The engine is currently overloaded, please try again later',
      type: 'server_error',
      code: null,
    },
  ],
  'broken-before': [
    500,
    {
      message: 'The server had an error while processing your request. Sorry about that!',
      type: 'server_error',
      code: null,
    },
  ],
}

export type Speaks = 'openai' | 'together'

/**
 * What each host takes besides model and prompt, with the values it knows; null for any. OpenAI's page
 * api/reference/resources/images (read 2026-11-29), Together's openapi.yaml, paths./images/generations
 * (read 2026-11-29).
 */
const FIELDS: Record<Speaks, Record<string, readonly (string | number)[] | null>> = {
  openai: {
    n: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    size: ['1024x1024', '1536x1024', '1024x1536', 'auto'],
    quality: ['low', 'medium', 'high', 'auto'],
    output_format: ['png', 'jpeg', 'webp'],
    output_compression: null,
    background: ['opaque', 'auto'],
    moderation: ['low', 'auto'],
    user: null,
  },
  together: {
    n: [1, 2, 3, 4],
    steps: null,
    seed: null,
    width: null,
    height: null,
    negative_prompt: null,
    response_format: ['base64', 'url'],
    output_format: ['jpeg', 'png'],
    guidance_scale: null,
    disable_safety_checker: null,
  },
}

export const MODELS: Record<Speaks, readonly string[]> = {
  openai: ['gpt-image-2', 'gpt-image-2-2026-04-21', 'gpt-image-2.6-sunburst'],
  together: ['black-forest-labs/FLUX.1-schnell', 'black-forest-labs/FLUX.1.1-pro'],
}

export type Asked = Record<string, unknown> & { model: string; prompt: string }

export const invalid = (message: string, code: string): Refusal => [
  400,
  { message, type: 'invalid_request_error', code },
]

export const NO_MODEL: Refusal = [
  404,
  {
    message: 'The model does not exist or you do not have access to it.',
    type: 'invalid_request_error',
    code: 'model_not_found',
  },
]

/** What a host refuses of anybody. */
export function refusalOf({ model, prompt, ...fields }: Asked, speaks: Speaks): Refusal | null {
  if (!prompt) return invalid("Missing required parameter: 'prompt'.", 'missing_required_parameter')
  if (!MODELS[speaks].includes(model)) return NO_MODEL
  for (const [name, value] of Object.entries(fields)) {
    const values = FIELDS[speaks][name]
    if (values === undefined) return invalid(`Unknown parameter: '${name}'.`, 'unknown_parameter')
    if (values && !values.includes(value as string | number))
      return invalid(`Invalid value: '${value}' for '${name}'.`, 'invalid_value')
  }
  return null
}
