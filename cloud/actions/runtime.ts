import type { Kysely } from 'kysely'
import type { Templates } from './notify/subscription-channel'
import type { Person } from '../domain/access/actor'
import type { Clock, MediaStorage, NoticeChannel, PhoneCodeSender, WeChatPhone, WeChatSignIn } from '../platform/ports'
import type { CenterMemory } from '../store/place/center'
import type { KnownPerson } from '../store/people/person'
import type { Database } from '../store/schema'

/** Everything an action works with; made once per process (docs/architecture.md, Where it runs). */
export interface Runtime {
  readonly db: Kysely<Database>
  /** Policies and directories of the centers, as far as read. */
  readonly memory: CenterMemory
  readonly clock: Clock
  /** The machine's own time, epoch ms: for what must not move with the demo clock (sessions, sign-in codes). */
  readonly wallClock: Clock
  readonly media: MediaStorage
  readonly weChat: WeChatSignIn
  readonly weChatPhone: WeChatPhone
  readonly phoneCodes: PhoneCodeSender
  /** Channels that this process can send by; see `tellsOutside`. */
  readonly channels: readonly NoticeChannel[]
  /** Whether notices wait for channels beside the inbox, be it another process that sends them. */
  readonly tellsOutside: boolean
  /** The company's templates of WeChat messages; none in the demo. */
  readonly templates: Templates
  /** Whether the platform pushes what people accept; else their own word counts. */
  readonly countsPushes: boolean
  /** The code by which the first administrator is made (D-OR-1); null: nobody can be. */
  readonly setUpCode: string | null
  /** Demo mode: personas can be signed in as, the clock can be moved (docs/architecture.md, Stable interfaces). */
  readonly demo: boolean
  /** Told after a commit that left notices for other channels; the sweep finds them anyway. */
  readonly log: (line: string) => void
}

/** The caller of an action. */
export interface Caller {
  readonly actor: Person
  readonly person: KnownPerson
  readonly openid: string | null
  /** SHA-256 of the session token, hex; null where the platform itself vouches for the caller. */
  readonly sessionHash: string | null
}

/** One call: who calls, and what with. `caller` is null only for actions that anyone may call. */
export interface Call {
  readonly runtime: Runtime
  readonly caller: Caller | null
  /** Where it comes from, for counting what anyone may call: an address, or whom the platform names. Left out: unknown. */
  readonly from?: string | undefined
}

/** One call of somebody who is signed in. */
export interface SignedInCall extends Call {
  readonly caller: Caller
}
