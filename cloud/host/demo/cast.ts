import { callerByPerson } from '../../actions/caller'
import type { DemoPersona } from '../../actions/account/demo-personas'
import type { Caller, Runtime } from '../../actions/runtime'
import { publicPlaces } from '../../store/place/center'

/** The people of the demo as callers of actions, and the places they can name. */
export interface Cast {
  readonly residents: readonly Caller[]
  /** Everybody of staff, by persona. */
  readonly staff: ReadonlyMap<string, Caller>
  /** Whoever has the id, resident or staff. */
  byId(personId: string): Caller
  /** The id of a public area: of a building, or of the estate. */
  area(buildingId: string | null, name: string): string | undefined
}

export async function gatherCast(runtime: Runtime, personas: readonly DemoPersona[]): Promise<Cast> {
  const callers = new Map<string, Caller>()
  const residents: Caller[] = []
  const staff = new Map<string, Caller>()
  for (const { id, personId } of personas) {
    const caller = await callerByPerson(runtime, personId)
    if (!caller) continue
    callers.set(personId, caller)
    if (id.startsWith('resident-')) residents.push(caller)
    else staff.set(id, caller)
  }
  const centerId = residents[0]?.person.rooms[0]?.centerId
  const places = centerId === undefined ? [] : await publicPlaces(runtime.db, centerId)
  return {
    residents,
    staff,
    byId: personId => {
      const caller = callers.get(personId)
      if (!caller) throw new Error(`nobody of the demo has the id ${personId}`)
      return caller
    },
    area: (buildingId, name) =>
      places.find(place => place.name === name && place.buildingId === buildingId)?.id ??
      places.find(place => place.kind === 'estate')?.id,
  }
}
