import { Hash } from '#components/ui/hash.tsx'
import { Section } from '#components/ui/section.tsx'
import { SheetRows } from '#components/ui/sheet.tsx'
import type { CommunityView } from '#lib/communities/schema.ts'
import * as text from '#messages/rounds/community-roles.ts'

type CommunityRolesProps = { community: CommunityView; explorer: string | null }

/** Who may do what, as the contract says; nobody is named by the database. */
export function CommunityRoles({ community, explorer }: CommunityRolesProps) {
  const opens = (address: string) => (explorer ? { opens: `${explorer}/address/${address}` } : {})
  const { collection, roles, chainId } = community
  return (
    <Section title={text.contract} aside={text.readFrom(chainId)} look="under">
      <SheetRows
        rule="none"
        rows={[
          {
            key: 'collection',
            term: <b>{text.collection}</b>,
            value: <Hash value={collection} align="end" {...opens(collection)} />,
          },
          ...(['director', 'guardian', 'operator', 'treasury', 'owner'] as const).map((role) => ({
            key: role,
            term: (
              <>
                <b className="capitalize">{text.roles[role].name}</b>{' '}
                <span className="text-second">{text.roles[role].may}</span>
              </>
            ),
            value: <Hash value={roles[role]} align="end" {...opens(roles[role])} />,
          })),
        ]}
      />
    </Section>
  )
}
