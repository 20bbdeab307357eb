import type { Role } from '../../types/vocabulary'
import type { Post } from '../domain/actor'
import { centersOfCompanyOf } from '../store/center-store'
import { CallError } from './call-error'
import type { Caller, Runtime } from './runtime'

/** Posts whose holders see every center of their company (domain.md §2). */
const overall: readonly Role[] = ['quality', 'supervisor']

/** The caller's posts that count in a center; without one, all of the caller's. */
async function postsIn({ db }: Pick<Runtime, 'db'>, caller: Caller, centerId?: string): Promise<readonly Post[]> {
  const { posts } = caller.actor
  if (centerId === undefined) return posts
  const counting: Post[] = []
  for (const post of posts)
    if (
      post.centerId === centerId ||
      (overall.includes(post.role) && (await centersOfCompanyOf(db, post.centerId)).includes(centerId))
    )
      counting.push(post)
  return counting
}

/** Which posts may change something, and which may at least read it. */
export interface Rights {
  readonly editors: readonly Role[]
  readonly readers: readonly Role[]
}

/**
 * The center a call is about: the one it names, else where the caller may change things, else where the caller may read.
 * @throws CallError `forbidden`: no fitting post there, or nowhere
 */
export async function postCenterOf(
  runtime: Pick<Runtime, 'db'>,
  caller: Caller,
  { editors, readers }: Rights,
  centerId?: string,
): Promise<{ readonly centerId: string; readonly editable: boolean }> {
  const posts = await postsIn(runtime, caller, centerId)
  const post = posts.find(({ role }) => editors.includes(role)) ?? posts.find(({ role }) => readers.includes(role))
  if (!post) throw new CallError('forbidden')
  return { centerId: centerId ?? post.centerId, editable: editors.includes(post.role) }
}
