import type { OpenDatabase } from '../../cloud/store/engine/open-database'
import { World, type WorldOptions } from '../builders/world'
import { expectConsistent } from './consistency'
import { describeEachEngine, describeOnPostgres, type Open } from './databases'

type Tell = (title: string, story: (world: World) => Promise<void>, options?: WorldOptions) => void

type Tests = (tell: Tell, engine: OpenDatabase['engine']) => void

const stories =
  (tests: Tests) =>
  (open: Open, engine: OpenDatabase['engine']): void =>
    tests((title, story, options) => {
      test(title, async () => {
        const { db } = await open()
        const world = await World.on(db, options)
        await story(world)
        await expectConsistent(world)
      })
    }, engine)

/** Stories told in a fresh estate, on PostgreSQL; after each, everything stored has to be consistent. */
export const describeWorld = (name: string, tests: Tests): void => describeOnPostgres(name, stories(tests))

/** The same on each engine: for what stands or falls with it. */
export const describeWorldOnEachEngine = (name: string, tests: Tests): void => describeEachEngine(name, stories(tests))
