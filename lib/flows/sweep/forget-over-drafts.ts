import { deleteDraftsOfOver } from '#lib/ballots/drafts/mutations.ts'
import { type Services, write } from '#lib/flows/services.ts'

/** Deletes the drafts of rounds that take no more ballots. */
export function forgetOverDrafts(services: Pick<Services, 'db'>): Promise<number> {
  return write(services, 'sweep', (ctx) => deleteDraftsOfOver({ ctx }))
}
