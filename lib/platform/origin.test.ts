import { expect, it } from 'vitest'
import { ownDomains } from './origin.ts'

it('is the one host of a public address', () => {
  expect(ownDomains('https://verso.example')).toEqual(['verso.example'])
  expect(ownDomains('https://verso.example:8443/')).toEqual(['verso.example:8443'])
})

it('is every name of this machine for a local one, with the port', () => {
  expect(ownDomains('http://localhost:3000')).toEqual(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])
  expect(ownDomains('http://127.0.0.1:4000')).not.toContain('127.0.0.1:3000')
})
