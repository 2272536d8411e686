import { type GroupPage, roomOf } from '#components/workshop/groups.ts'
import { WalletParts } from '#components/workshop/wallet/parts.tsx'

export default async function WalletPage(page: GroupPage) {
  return <WalletParts room={await roomOf('wallet', page)} />
}
