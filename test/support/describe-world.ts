import type { OpenDatabase } from '../../cloud/store/engine/open-database'
import { World, type WorldOptions } from '../builders/world'
import { expectConsistent } from './consistency'
import { describeEachEngine } from './databases'

type Tell = (title: string, story: (world: World) => Promise<void>, options?: WorldOptions) => void

/** Stories told in a fresh estate on each engine; after each, everything stored has to be consistent. */
export function describeWorld(name: string, tests: (tell: Tell, engine: OpenDatabase['engine']) => void): void {
  describeEachEngine(name, (open, engine) => {
    tests((title, story, options) => {
      test(title, async () => {
        const { db } = await open()
        const world = await World.on(db, options)
        await story(world)
        await expectConsistent(world)
      })
    }, engine)
  })
}
