import 'server-only'
import type { Sought } from '#lib/candidates/likeness/schema.ts'
import { services } from '#lib/flows/services.ts'
import { findWork } from './find-work.ts'
import type { FoundWork } from './schema.ts'

/** The hung works that a picture is, or, where it is none, those that look like it. */
export const worksLike = (sought: Sought): Promise<FoundWork[]> => findWork(services(), sought)
