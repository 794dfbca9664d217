import { expect, test } from 'vitest'
import { signed } from './aws-signature.ts'

// The example account and requests of AWS's own documentation (see the source), byte for byte.
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const now = Date.UTC(2013, 4, 24)
const region = 'us-east-1'
const bucket = 'https://examplebucket.s3.amazonaws.com'

test('a GET as AWS signs it', () => {
  const url = new URL(`${bucket}/test.txt`)
  const get = { method: 'GET', url, headers: { range: 'bytes=0-9' }, region, now }
  expect(signed(get, credentials).authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
      'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,' +
      'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  )
})

test('a PUT as AWS signs it', () => {
  const put = {
    method: 'PUT',
    url: new URL(`${bucket}/test%24file.text`),
    headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
    body: Buffer.from('Welcome to Amazon S3.'),
    region,
    now,
  }
  expect(signed(put, credentials).authorization).toMatch(
    /Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd$/,
  )
})

test('the signature changes with the body, the path, the time and the key', () => {
  const base = { method: 'PUT', url: new URL(`${bucket}/a`), body: Buffer.from('1'), region, now }
  const signatures = [
    signed(base, credentials),
    signed({ ...base, body: Buffer.from('2') }, credentials),
    signed({ ...base, url: new URL(`${bucket}/b`) }, credentials),
    signed({ ...base, now: now + 1000 }, credentials),
    signed(base, { ...credentials, secretAccessKey: 'other' }),
  ].map(({ authorization }) => authorization)
  expect(new Set(signatures).size).toBe(5)
})
