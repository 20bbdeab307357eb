import { type TestHost, openHost } from '../support/host'
import { openTestMemory } from '../support/memory-database'

let host: TestHost
beforeAll(async () => {
  host = await openHost(await openTestMemory(), { trustProxy: true })
  // The first test of a run makes the template.
}, 60_000)
afterAll(async () => {
  await host.close()
  await host.database.close()
})

/** Nobody is signed in; the address is the one that the proxy has seen. */
const ask = async (address: string, number: number): Promise<number> => {
  const body = JSON.stringify({ action: 'progress', data: { number: String(number), digits: '0000' } })
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': address }
  return (await fetch(`${host.url}/call/ticket`, { method: 'POST', headers, body })).status
}

test('whoever asks by number is counted by the address, of IPv6 by the network', async () => {
  for (const [one, another, elsewhere] of [
    ['192.0.2.1', '192.0.2.1', '192.0.2.2'],
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1'],
  ] as const) {
    const answers: number[] = []
    for (let tried = 0; tried < 60; tried += 1) answers.push(await ask(one, 100_000_000_000 + tried))
    expect(new Set(answers)).toEqual(new Set([404]))
    expect([await ask(another, 200_000_000_000), await ask(elsewhere, 200_000_000_000)]).toEqual([429, 404])
  }
}, 60_000)
