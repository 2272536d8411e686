import type { ModelTerms } from '#lib/generation/port.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'

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
