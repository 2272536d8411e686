import { createHash, createHmac } from 'node:crypto'

/*
 * Signature Version 4 as a service checks it, from AWS's own description and apart from what the app signs with:
 *   docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 * Its examples are the vectors of signature-v4.test.ts.
 */

export type SignedRequest = {
  method: string
  /** Path and query as they came. */
  target: string
  /** In the order they came, names as they were written. */
  headers: readonly (readonly [string, string])[]
}

export type Keyring = { keyId: string; secret: string; region: string }

/** What S3 answers; null when the signature holds. */
type Refusal = { status: number; code: string } | null

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Uint8Array, data: string) => createHmac('sha256', key).update(data).digest()

/** RFC 3986: all but unreserved characters. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

function canonicalQuery(query: string): string {
  const pairs = query.split('&').filter((pair) => pair !== '')
  return pairs
    .map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      return [name, value].map((part) => encoded(decodeURIComponent(part)))
    })
    .toSorted(([a = '', x = ''], [b = '', y = '']) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

export function signatureOf(
  { method, target, headers }: SignedRequest,
  scope: { secret: string; date: string; region: string; signed: readonly string[] },
): string {
  const [path = '', query = ''] = target.split(/\?(.*)/s)
  const value = (name: string) =>
    headers
      .filter(([key]) => key.toLowerCase() === name)
      .map(([, text]) => text.trim().replace(/ +/g, ' '))
      .join(',')
  const canonical = [
    method,
    path
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    canonicalQuery(query),
    ...scope.signed.map((name) => `${name}:${value(name)}`),
    '',
    scope.signed.join(';'),
    value('x-amz-content-sha256'),
  ].join('\n')
  const day = scope.date.slice(0, 8)
  const place = `${day}/${scope.region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', scope.date, place, sha256(canonical)].join('\n')
  const key = [day, scope.region, 's3', 'aws4_request'].reduce<Uint8Array>(
    (last, part) => hmac(last, part),
    Buffer.from(`AWS4${scope.secret}`),
  )
  return hmac(key, text).toString('hex')
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/

const SKEW_MS = 900_000

/** Time in `20130524T000000Z`. */
const timeOf = (text: string) =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

/** Checks a request as S3 does: who signed, when, for which region, what was signed, and the hash of the body. */
export function checkSignature(
  request: SignedRequest,
  body: Uint8Array,
  { keyId, secret, region }: Keyring,
  now: number,
): Refusal {
  const header = (name: string) => request.headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? ''
  if (!header('authorization')) return { status: 403, code: 'AccessDenied' }
  const [, by, day, place = '', names = '', signature] = AUTHORIZATION.exec(header('authorization')) ?? []
  if (!signature) return { status: 400, code: 'AuthorizationHeaderMalformed' }
  if (by !== keyId) return { status: 403, code: 'InvalidAccessKeyId' }
  if (place !== region) return { status: 400, code: 'AuthorizationHeaderMalformed' }
  const date = header('x-amz-date')
  if (date.slice(0, 8) !== day) return { status: 403, code: 'SignatureDoesNotMatch' }
  const skew = Math.abs(timeOf(date) - now)
  if (!(skew <= SKEW_MS)) return { status: 403, code: 'RequestTimeTooSkewed' }
  const signed = names.split(';')
  const owed = request.headers.map(([name]) => name.toLowerCase()).filter((name) => name.startsWith('x-amz-'))
  if (['host', ...owed].some((name) => !signed.includes(name))) return { status: 403, code: 'AccessDenied' }
  if (signatureOf(request, { secret, date, region, signed }) !== signature)
    return { status: 403, code: 'SignatureDoesNotMatch' }
  const hash = header('x-amz-content-sha256')
  if (hash !== 'UNSIGNED-PAYLOAD' && hash !== sha256(body))
    return { status: 400, code: 'XAmzContentSHA256Mismatch' }
  return null
}
