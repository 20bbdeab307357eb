import type { PlaceKind } from '../../../types/vocabulary'

/** A place of the demo's estate, before it has an id. `key` names it for others; `parent` is such a key. */
export interface DemoPlace {
  readonly key: string
  readonly parent: string | null
  readonly kind: PlaceKind
  readonly name: string
  readonly fullName: string
  /** The building it stands in, or itself. */
  readonly building: string | null
}

export const companyName = '和美物业'
export const centerName = '和美花园服务中心'
export const estateName = '和美花园'
export const hotline = '0571-8800 1234'
export const nightPhone = '0571-8800 1235'

const buildings = [1, 2, 3]
const units = [1, 2]
const floors = [1, 2, 3, 4, 5]
const doors = ['01', '02']

const area = (key: string, name: string, building: number | null): DemoPlace => ({
  key,
  parent: building === null ? 'estate' : `building-${building}`,
  kind: 'publicArea',
  name,
  fullName: building === null ? name : `${building}号楼${name}`,
  building: building === null ? null : `building-${building}`,
})

function buildingPlaces(number: number): DemoPlace[] {
  const building = `building-${number}`
  const name = `${number}号楼`
  const places: DemoPlace[] = [
    { key: building, parent: 'estate', kind: 'building', name, fullName: name, building },
    area(`${building}-lobby`, '大堂', number),
    area(`${building}-lift`, '电梯', number),
  ]
  for (const unit of units) {
    const unitKey = `${building}-unit-${unit}`
    const unitName = `${unit}单元`
    places.push({
      key: unitKey,
      parent: building,
      kind: 'unit',
      name: unitName,
      fullName: `${name}${unitName}`,
      building,
    })
    for (const floor of floors)
      for (const door of doors) {
        const room = `${floor}${door}室`
        const fullName = `${name}${unitName}${room}`
        places.push({ key: fullName, parent: unitKey, kind: 'room', name: room, fullName, building })
      }
  }
  return places
}

/** The estate, its public areas, and three buildings of twenty rooms each. */
export const places: readonly DemoPlace[] = [
  { key: 'estate', parent: null, kind: 'estate', name: estateName, fullName: estateName, building: null },
  area('gate', '小区大门', null),
  area('garage', '地下车库', null),
  area('garden', '中心花园', null),
  area('playground', '儿童乐园', null),
  ...buildings.flatMap(buildingPlaces),
]

/** Sixty rooms, in the order of the personas `resident-1` … `resident-60`. */
export const rooms: readonly DemoPlace[] = places.filter(place => place.kind === 'room')
