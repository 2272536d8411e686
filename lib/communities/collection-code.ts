import { concat, encodeAbiParameters, type Hex, keccak256, stringToHex } from 'viem'
import { collectionAbi, collectionBytecode } from '#contracts-abi/collection.ts'

const CONSTRUCTOR = collectionAbi.find((entry) => entry.type === 'constructor')

/** Roles of the rehearsal: code does not depend on them, they only have to be valid. */
const STAND_INS = [1, 2, 3, 4, 5].map((digit): Hex => `0x${digit.toString().repeat(40)}`)

/** Creation data of a Collection whose runtime code depends on the shortest challenge window alone. */
export function rehearsalData(minChallenge: number): Hex {
  const [owner, director, guardian, operator, treasury] = STAND_INS
  const args = ['', '', '', owner, director, guardian, operator, treasury, minChallenge]
  return concat([collectionBytecode, encodeAbiParameters(CONSTRUCTOR?.inputs ?? [], args as never)])
}

/** The EIP-712 domain separator that a Collection at this address computes. */
export function domainSeparator(chainId: number, address: Hex): Hex {
  const type = 'EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)'
  return keccak256(
    encodeAbiParameters(
      [
        { type: 'bytes32' },
        { type: 'bytes32' },
        { type: 'bytes32' },
        { type: 'uint256' },
        { type: 'address' },
      ],
      [
        keccak256(stringToHex(type)),
        keccak256(stringToHex('Verso')),
        keccak256(stringToHex('1')),
        BigInt(chainId),
        address,
      ],
    ),
  )
}

const digits = (hex: Hex) => hex.slice(2).toLowerCase()

/**
 * Runtime code as it stands at `address`, from code that a rehearsed creation returned for another
 * address: only the contract's own address and its domain separator, both immutable, differ.
 */
export function codeAt(rehearsed: Hex, chainId: number, rehearsedAt: Hex, address: Hex): Hex {
  const moved = digits(rehearsed)
    .replaceAll(digits(domainSeparator(chainId, rehearsedAt)), digits(domainSeparator(chainId, address)))
    .replaceAll(digits(rehearsedAt), digits(address))
  return `0x${moved}`
}
