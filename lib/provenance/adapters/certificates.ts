import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import * as x509 from '@peculiar/x509'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const ROOT_YEARS = 30
/** Without a time-stamp a signature is worth as much as its certificate is valid. */
const SIGNER_YEARS = 15
const CLAIM_SIGNING = '1.3.6.1.4.1.62558.2.1'
/** Readers that follow the profile before C2PA had a purpose of its own look for this one. */
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4'

x509.cryptoProvider.set(crypto)

/** A certificate with its private key, both in PEM. */
export type Authority = { certificate: string; key: string }

/** What signs: a private key, and its certificate with the one above it. */
export type SigningPem = { key: string; chain: string }

const newKeys = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])

const keyPem = async ({ privateKey }: CryptoKeyPair) =>
  x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', privateKey), 'PRIVATE KEY')

/** Readers refuse a certificate without an organisation. */
const subjectOf = (role: string, instance: string): Record<string, string[]>[] => [
  { CN: [`Verso ${role}`] },
  { O: [instance] },
]

const serialNumber = () => `5${randomBytes(15).toString('hex').slice(1)}`

function validity(years: number) {
  const notBefore = new Date(Date.now() - 86_400_000)
  const notAfter = new Date(notBefore)
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years)
  return { notBefore, notAfter, signingAlgorithm: ALGORITHM, serialNumber: serialNumber() }
}

const forAuthority = (below: number) => [
  new x509.BasicConstraintsExtension(true, below, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
]

/** A root of an instance's own: nobody trusts it but who has been given it. @param instance its public host */
export async function makeRoot(instance: string): Promise<Authority> {
  const keys = await newKeys()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity(ROOT_YEARS),
    name: subjectOf('root', instance),
    keys,
    extensions: [...forAuthority(1), await x509.SubjectKeyIdentifierExtension.create(keys.publicKey)],
  })
  return { certificate: certificate.toString('pem'), key: await keyPem(keys) }
}

/**
 * A new signer below a root, with an authority between them whose key is forgotten at once.
 * @param root PEM, as `makeRoot` made it
 */
export async function issueSigner(root: Authority, instance: string): Promise<SigningPem> {
  const above = new x509.X509Certificate(root.certificate)
  const rootKey = await crypto.subtle.importKey(
    'pkcs8',
    x509.PemConverter.decodeFirst(root.key),
    ALGORITHM,
    false,
    ['sign'],
  )
  const [middleKeys, keys] = [await newKeys(), await newKeys()]
  const middle = await x509.X509CertificateGenerator.create({
    ...validity(SIGNER_YEARS),
    subject: subjectOf('issuer', instance),
    issuer: above.subject,
    publicKey: middleKeys.publicKey,
    signingKey: rootKey,
    extensions: [
      ...forAuthority(0),
      await x509.SubjectKeyIdentifierExtension.create(middleKeys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(above),
    ],
  })
  const leaf = await x509.X509CertificateGenerator.create({
    ...validity(SIGNER_YEARS),
    subject: subjectOf('signer', instance),
    issuer: middle.subject,
    publicKey: keys.publicKey,
    signingKey: middleKeys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([CLAIM_SIGNING, EMAIL_PROTECTION], false),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(middle),
    ],
  })
  return { key: await keyPem(keys), chain: `${leaf.toString('pem')}\n${middle.toString('pem')}` }
}
