import * as z from 'zod/mini'
import { personById } from '../../store/people/person'
import { readSetting } from '../../store/system/setting'
import { CallError } from '../call-error'
import type { Handler } from '../handlers'
import type { Runtime } from '../runtime'
import { startSession } from './session'

/** Kept by the demo's seed: who can be signed in as, under which name. */
export const demoPersonasSetting = 'demo.personas'
const stored = z.array(z.object({ id: z.string(), personId: z.string() }))
export type DemoPersona = z.infer<typeof stored>[number]

const personas = async (runtime: Runtime): Promise<readonly DemoPersona[]> => {
  const parsed = stored.safeParse(await readSetting(runtime.db, demoPersonasSetting))
  return parsed.success ? parsed.data : []
}

export const demoPersonas: Handler<'account', 'demoPersonas'> = async (_input, { runtime }) => {
  const known = await Promise.all(
    (await personas(runtime)).map(async ({ id, personId }) => ({ id, person: await personById(runtime.db, personId) })),
  )
  return {
    personas: known.flatMap(({ id, person }) =>
      person
        ? [
            {
              id,
              name: person.name,
              roles: person.posts.length > 0 ? person.posts.map(post => post.role) : ['resident' as const],
              centerId: person.posts[0]?.centerId ?? person.rooms[0]?.centerId ?? '',
              rooms: person.rooms.map(room => room.name),
            },
          ]
        : [],
    ),
  }
}

/** @throws CallError notFound for an unknown persona */
export const demoSignIn: Handler<'account', 'demoSignIn'> = async ({ persona }, { runtime }) => {
  const found = (await personas(runtime)).find(({ id }) => id === persona)
  const person = found ? await personById(runtime.db, found.personId) : null
  if (!person) throw CallError.field('notFound', 'persona', '没有这个演示角色')
  return startSession(runtime, person.id)
}
