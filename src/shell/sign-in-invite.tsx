import { goToSignIn } from '@/data/session/navigation'
import { EmptyState } from '@/ui/empty-state'

/** Says what signing in is good for; everything that needs none stays reachable. */
export const SignInInvite = ({ why }: { why: string }) => (
  <EmptyState drawing="letter" title="请先登录" text={why} action={{ word: '去登录', onClick: goToSignIn }} />
)
