const { default: Sequencer } = require('@jest/test-sequencer')

/** Files that take more than twenty seconds. One that starts last is waited for alone, with the other core idle. */
const long = [
  'cloud/domain/ticket/random-lives.test.ts',
  'cloud/store/ticket/append.test.ts',
  'test/browser/accessible.test.ts',
  'test/browser/manage.test.ts',
  'test/browser/offline.test.ts',
  'test/faults/host-kills-pglite.test.ts',
  'test/rehearsal/demo-year.test.ts',
  'test/weapp/compile.test.ts',
]

/** Jest's own order is by what each file took last time; a fresh clone knows nothing of it and goes by size. */
module.exports = class LongTestsFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => long.some(end => path.replaceAll('\\', '/').endsWith(end))
    const sorted = super.sort(tests)
    return [...sorted.filter(isLong), ...sorted.filter(test => !isLong(test))]
  }
}
