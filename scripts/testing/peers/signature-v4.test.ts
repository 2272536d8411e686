import { expect, it } from 'vitest'
import { checkSignature, type SignedRequest, signatureOf } from './signature-v4.ts'

/** The examples of docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html. */
const KEYS = {
  keyId: 'AKIAIOSFODNN7EXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const DATE = '20130524T000000Z'
const NOW = Date.UTC(2013, 4, 24)
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const HOST = ['Host', 'examplebucket.s3.amazonaws.com'] as const
const AT = ['x-amz-date', DATE] as const
const NO_BODY = ['x-amz-content-sha256', EMPTY] as const

const EXAMPLES: [string, SignedRequest, string][] = [
  [
    'GET Object',
    { method: 'GET', target: '/test.txt', headers: [HOST, ['Range', 'bytes=0-9'], NO_BODY, AT] },
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'PUT Object',
    {
      method: 'PUT',
      target: '/test$file.text',
      headers: [
        ['Date', 'Fri, 24 May 2013 00:00:00 GMT'],
        HOST,
        ['x-amz-content-sha256', '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072'],
        AT,
        ['x-amz-storage-class', 'REDUCED_REDUNDANCY'],
      ],
    },
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  ],
  [
    'GET Bucket Lifecycle',
    { method: 'GET', target: '/?lifecycle', headers: [HOST, NO_BODY, AT] },
    'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  ],
  [
    'List Objects',
    { method: 'GET', target: '/?max-keys=2&prefix=J', headers: [HOST, NO_BODY, AT] },
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  ],
]

const namesIn = ({ headers }: SignedRequest) => headers.map(([name]) => name.toLowerCase()).toSorted()

it.each(EXAMPLES)('signs the example of %s as it is published', (_name, request, published) => {
  expect(signatureOf(request, { ...KEYS, date: DATE, signed: namesIn(request) })).toBe(published)
})

const [[, GET_OBJECT, SIGNATURE] = EXAMPLES[0] as (typeof EXAMPLES)[number]] = EXAMPLES

const withSignature = (
  request: SignedRequest,
  { signature = SIGNATURE, signed = namesIn(request).join(';'), region = 'us-east-1' } = {},
): SignedRequest => {
  const scope = `${KEYS.keyId}/20130524/${region}/s3/aws4_request`
  const text = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=${signed}, Signature=${signature}`
  return { ...request, headers: [['Authorization', text], ...request.headers] }
}
const codeOf = (request: SignedRequest, { body = '', now = NOW, keys = KEYS } = {}) =>
  checkSignature(request, Buffer.from(body), keys, now)?.code ?? null

it('takes what is signed, and nothing else', () => {
  const request = withSignature(GET_OBJECT)
  expect(codeOf(request)).toBeNull()
  expect(codeOf(GET_OBJECT)).toBe('AccessDenied')
  expect(codeOf(withSignature(GET_OBJECT, { signature: `${SIGNATURE.slice(0, 63)}0` }))).toBe(
    'SignatureDoesNotMatch',
  )
  expect(codeOf({ ...request, method: 'PUT' })).toBe('SignatureDoesNotMatch')
  expect(codeOf({ ...request, target: '/test.txt?acl' })).toBe('SignatureDoesNotMatch')
  expect(codeOf(request, { body: 'more' })).toBe('XAmzContentSHA256Mismatch')
  expect(codeOf(request, { now: NOW + 16 * 60_000 })).toBe('RequestTimeTooSkewed')
  expect(codeOf(request, { keys: { ...KEYS, keyId: 'OTHER' } })).toBe('InvalidAccessKeyId')
  expect(codeOf(request, { keys: { ...KEYS, region: 'eu-west-1' } })).toBe('AuthorizationHeaderMalformed')
  expect(codeOf(withSignature(GET_OBJECT, { signed: 'host;range;x-amz-date' }))).toBe('AccessDenied')
})
