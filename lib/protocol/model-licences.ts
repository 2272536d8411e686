import { LICENCES } from './licences.ts'
import type { FileHash } from './primitives.ts'

/** Under which terms a model is had, and what may be done with its pictures. */
export type ModelTerms = {
  /** SPDX id, or the vendor's name for its terms. */
  licence: string
  outputs: 'any-use' | 'non-commercial' | 'unknown'
  /** Whoever shows a picture has to name the model. */
  attribution?: true
  /** Its pictures are to be had under these very terms. */
  shareAlike?: true
  /** Some uses of model and pictures are forbidden to everybody. */
  behaviour?: true
}

export type ModelLicence = ModelTerms & {
  /** Where its text stands; null where there is none. */
  url: string | null
  /** SHA-256 of the text at that address; null where it has not been read byte for byte. */
  textHash: FileHash | null
}

const flux = 'https://github.com/black-forest-labs/flux/blob/main/model_licenses'
const stability = 'https://github.com/Stability-AI/generative-models/blob/main/model_licenses'

/** Terms under which models are had, and what they say of pictures. What a text leaves open is unknown. */
export const MODEL_LICENCES = [
  {
    licence: 'Apache-2.0',
    url: 'https://www.apache.org/licenses/LICENSE-2.0.txt',
    textHash: 'sha256:cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30',
    outputs: 'any-use',
  },
  // Each text has another holder's name in it.
  { licence: 'MIT', url: 'https://spdx.org/licenses/MIT.html', textHash: null, outputs: 'any-use' },
  {
    licence: 'CreativeML-OpenRAIL-M',
    url: 'https://huggingface.co/spaces/CompVis/stable-diffusion-license',
    textHash: null,
    outputs: 'any-use',
    behaviour: true,
  },
  {
    licence: 'CreativeML-OpenRAIL++-M',
    url: `${stability}/LICENSE-SDXL1.0`,
    textHash: null,
    outputs: 'any-use',
    behaviour: true,
  },
  {
    licence: 'OpenAI-Services-Agreement',
    url: 'https://openai.com/policies/services-agreement/',
    textHash: null,
    outputs: 'any-use',
    behaviour: true,
  },
  // Its 2(d) lets pictures be used commercially, its 4(a) forbids it; what a host has agreed on is not published.
  {
    licence: 'FLUX.1-dev',
    url: `${flux}/LICENSE-FLUX1-dev`,
    textHash: null,
    outputs: 'unknown',
    behaviour: true,
  },
  { licence: 'FLUX-API', url: null, textHash: null, outputs: 'unknown' },
  // It leaves pictures alone and lets the model be run for no commercial end.
  {
    licence: 'Stability-AI-NC-Research-Community',
    url: `${stability}/LICENCE-SD-Turbo`,
    textHash: null,
    outputs: 'non-commercial',
    behaviour: true,
  },
  { licence: 'the creator’s own', url: null, textHash: null, outputs: 'unknown' },
  { licence: 'unknown', url: null, textHash: null, outputs: 'unknown' },
] as const satisfies readonly ModelLicence[]

type Named = (typeof MODEL_LICENCES)[number]['licence']

/** What an adapter says of a model that is had under these terms. */
export function termsOf(licence: Named): ModelTerms {
  const found: ModelLicence | undefined = MODEL_LICENCES.find((entry) => entry.licence === licence)
  if (!found) throw new Error(`no terms ${licence}`)
  const { url: _url, textHash: _textHash, ...terms } = found
  return terms
}

export const UNKNOWN_TERMS = termsOf('unknown')

/** Terms that models are had under wherever they are asked, by the ids that recipes carry. */
export const MODELS: Readonly<Record<string, Named>> = {
  'black-forest-labs/flux-schnell': 'Apache-2.0',
  'black-forest-labs/FLUX.1-schnell': 'Apache-2.0',
  'fal-ai/flux/schnell': 'Apache-2.0',
  'flux1-schnell-fp8.safetensors': 'Apache-2.0',
  'black-forest-labs/flux-dev': 'FLUX.1-dev',
  'fal-ai/flux/dev': 'FLUX.1-dev',
  'flux1-dev-fp8.safetensors': 'FLUX.1-dev',
  'black-forest-labs/flux-1.1-pro': 'FLUX-API',
  'gpt-image-2': 'OpenAI-Services-Agreement',
  stable_diffusion: 'CreativeML-OpenRAIL-M',
  'v1-5-pruned-emaonly.safetensors': 'CreativeML-OpenRAIL-M',
  'v1-5-pruned-emaonly-fp16.safetensors': 'CreativeML-OpenRAIL-M',
  'SDXL 1.0': 'CreativeML-OpenRAIL++-M',
  'stability-ai/sdxl': 'CreativeML-OpenRAIL++-M',
  'sd_xl_base_1.0.safetensors': 'CreativeML-OpenRAIL++-M',
  'sd_xl_base_1.0_0.9vae.safetensors': 'CreativeML-OpenRAIL++-M',
  'sd_xl_turbo_1.0.safetensors': 'Stability-AI-NC-Research-Community',
  'sd_xl_turbo_1.0_fp16.safetensors': 'Stability-AI-NC-Research-Community',
}

/** Terms of the model that a recipe names; unknown ones for a model that is not in the list. */
export function termsOfModel(id: string): ModelTerms {
  // Drawn by this software itself.
  if (id.startsWith('verso/')) return termsOf('MIT')
  return termsOf(Object.hasOwn(MODELS, id) ? (MODELS[id] ?? 'unknown') : 'unknown')
}

/** What a round promises to whoever has one of its works, and whether terms that nobody knows will do. */
export type RoundTerms = {
  /** SPDX id. */
  licence: string
  outputs: 'any' | 'any-use'
}

/** Why the pictures of a model may not hang in a round. */
export type TermsBar = 'non-commercial' | 'unknown' | 'share-alike' | 'attribution'

/** A licence that is not in the list promises the most and asks for the least. */
function promiseOf(licence: string): { commercial: boolean; attribution: boolean } {
  return LICENCES.find(({ id }) => id === licence)?.flags ?? { commercial: true, attribution: false }
}

/** What keeps pictures had under these terms out of a round; null when nothing does. */
export function termsBar(terms: ModelTerms, { licence, outputs }: RoundTerms): TermsBar | null {
  const promised = promiseOf(licence)
  const isFree = outputs === 'any-use'
  if (terms.outputs === 'non-commercial' && (isFree || promised.commercial)) return 'non-commercial'
  if (terms.outputs === 'unknown' && isFree) return 'unknown'
  if (terms.shareAlike && terms.licence !== licence) return 'share-alike'
  return terms.attribution && !promised.attribution ? 'attribution' : null
}
