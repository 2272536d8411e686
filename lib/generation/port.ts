import type { ModelTerms } from '#lib/protocol/model-licences.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import type { ProviderFailure } from './provider-error.ts'
import type { RecipeModel } from './template.ts'

export type { ModelTerms }

/** Pixels that a provider renders: every pair of sides within bounds, or only those of a list. */
export type Sizes =
  | { kind: 'bounded'; multipleOf: number; smallest: number; largest: number; mostPixels: number }
  | { kind: 'listed'; sizes: readonly { width: number; height: number }[] }

/** What a provider can do and how it has to be treated. */
export type Capabilities = {
  /** The same recipe gives the same pixels, so a lost picture can be made again. */
  deterministic: boolean
  /** What a seed is to it: the same picture again, one like it, or nothing. */
  seed: 'exact' | 'alike' | 'ignored'
  sizes: Sizes
  /** Renders with the LoRAs that a recipe names. */
  loras: boolean
  /** Files of a creator's that a recipe may name, how many by role; none unless it says so. */
  inputs?: { work?: 1; references?: number }
  /** A request costs money: it is never repeated before its outcome is known. */
  paid: boolean
  /** A second submit with the same key is the same run, so one whose answer was lost may be sent again. */
  idempotent: boolean
  webhook: boolean
  /** What taking a run back costs; `paid` once it is running. */
  cancel: 'free' | 'paid' | 'none'
  /** Runs that it works on at once for one account; more would only wait there. */
  concurrency: number
  /** Submits it takes in a minute by its own published limits, and how many of them at once; null without limits. */
  rate: { perMinute: number; burst: number } | null
  /** Longest a submit may take before its outcome counts as unknown. */
  submitSeconds: number
  /** How long outputs and the record of a run stay with the provider; 0 when they come with the answer alone. */
  retentionSeconds: number
  /** A run that takes longer is cancelled and asked for again. */
  longestRunSeconds: number
  /** Who sees the prompt; strangers only where the director has let them. */
  privacy: 'this-server' | 'provider' | 'strangers'
}

/** What one picture costs (millionths of a US dollar) and how long it takes, and where that is known from. */
export type Quote = { costMicroUsd: number; latencyMs: number; basis: 'own-work' | 'published-price' }

/** One picture to be made. */
export type RenderRequest = {
  recipe: Recipe
  /** Stored before the provider is asked. */
  idempotencyKey: string
  /** Where the provider may report to; null when it cannot reach this server. */
  webhookUrl: string | null
}

/** What a picture is called and shows, by the provider's own account. */
export type Description = {
  title: string
  alt: string
  medium: string
  traits: { name: string; value: string }[]
}

/** What the provider says of a run. Times are wall time in Unix seconds. */
export type Run = {
  externalId: string
  state: 'waiting' | 'running' | 'succeeded' | 'failed'
  /** Set when the state is failed. */
  failure: { failure: ProviderFailure; detail: string } | null
  /** Addresses of the outputs, in the provider's order; `data:` ones when they came with the answer. */
  outputs: string[]
  /** What the run has cost, millionths of a US dollar; null while the provider does not say. */
  costMicroUsd: number | null
  /** Facts for the record, kept beside the recipe and outside its hash. */
  facts: Record<string, string | number>
  /** Where it stands in the provider's queue, while it does: requests before it, seconds until it is done. */
  waiting?: { ahead: number; seconds: number }
}

/** A file as it arrived. `describe` is null when the provider says nothing about it. */
export type Artifact = {
  bytes: Uint8Array
  mime: 'image/png' | 'image/jpeg' | 'image/webp'
  /** 64 hex digits of SHA-256 over the bytes as they arrived. */
  sha256: string
  description: Description | null
}

export type WebhookEvent = {
  /** Unique to one event; a second delivery of it does nothing. */
  deliveryId: string
  run: Run
  /** Whether the run reported was made for this request. */
  isFor(request: Pick<RenderRequest, 'recipe'>): boolean
}

/** What was learned of a provider without asking it for a picture. */
export type Probe = {
  /** What answered, in its own words: a name and a version. */
  server: string
  /** Models it says it has; null when it does not list them. */
  models: string[] | null
  /** Requests that wait there; null when it does not say. */
  waiting: number | null
}

/**
 * Something that makes pictures. Every method throws `ProviderError` and nothing else expected.
 * A method other than `submit` may be called as often as one likes.
 */
export interface Provider {
  /** Unique in an instance: the adapter's name, with that of the server where there may be several. */
  readonly id: string
  /** Where requests go; null when pictures are made in this process. */
  readonly endpoint: URL | null
  /** What is asked of it, for recipes: provider-neutral model id, its version, and what goes with every prompt. */
  readonly model: RecipeModel
  readonly terms: ModelTerms
  capabilities(): Capabilities
  quote(): Quote
  /** Shows that the address and the key work, without asking for a picture. */
  probe(): Promise<Probe>
  /**
   * Asks for one picture, once: an error of kind `unknown-outcome` means it may have been accepted.
   * Every other error means that it was not.
   */
  submit(request: RenderRequest): Promise<Run>
  /**
   * Looks for a run whose submit was lost.
   * @param since wall time of the submit, Unix seconds
   * @param known external ids that belong to other requests
   * @returns null when the provider has none
   */
  reconcile(request: RenderRequest, since: number, known: ReadonlySet<string>): Promise<Run | null>
  poll(externalId: string): Promise<Run>
  /**
   * Checks who sent a webhook and what it says.
   * @param rawBody the body's text exactly as received
   * @param receivedAt wall time, Unix seconds
   * @throws AppError webhook-forged, webhook-stale
   */
  parseWebhook(rawBody: string, headers: Headers, receivedAt: number): Promise<WebhookEvent>
  cancel(externalId: string): Promise<void>
  /** Fetches what a succeeded run has made. */
  fetchArtifacts(request: RenderRequest, run: Run): Promise<Artifact[]>
}
