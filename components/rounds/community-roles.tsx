import { Hash } from '#components/ui/hash.tsx'
import { Section } from '#components/ui/section.tsx'
import { SheetRows } from '#components/ui/sheet.tsx'
import type { CommunityView } from '#lib/communities/schema.ts'

type CommunityRolesProps = { community: CommunityView; explorer: string | null }

const MAY = {
  director: 'opens and closes rounds',
  guardian: 'cancels and voids, in public',
  operator: 'signs the log',
  treasury: 'receives what is the community’s',
  owner: 'names the others, for later rounds',
} as const

/** Who may do what, as the contract says; nobody is named by the database. */
export function CommunityRoles({ community, explorer }: CommunityRolesProps) {
  const opens = (address: string) => (explorer ? { opens: `${explorer}/address/${address}` } : {})
  const { collection, roles, chainId } = community
  return (
    <Section title="The contract" aside={`chain ${chainId}, read just now`} look="under">
      <SheetRows
        rule="none"
        rows={[
          {
            key: 'collection',
            term: <b>Collection</b>,
            value: <Hash value={collection} align="end" {...opens(collection)} />,
          },
          ...(['director', 'guardian', 'operator', 'treasury', 'owner'] as const).map((role) => ({
            key: role,
            term: (
              <>
                <b className="capitalize">{role}</b> <span className="text-second">{MAY[role]}</span>
              </>
            ),
            value: <Hash value={roles[role]} align="end" {...opens(roles[role])} />,
          })),
        ]}
      />
    </Section>
  )
}
