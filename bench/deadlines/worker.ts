import { type Drain, drains } from './drains'
import type { Order, Report } from './messages'

/** One worker process: told which database to work off and how, it answers how many deadlines it fired in what time. */
async function obey(order: Order): Promise<Report> {
  const drain: Drain = drains[order.how]
  const prepared = await drain(order)
  if (process.send) process.send({ ready: true } satisfies Report)
  await new Promise(go => process.once('message', go))
  return { ready: false, ...(await prepared()) }
}

process.on('disconnect', () => process.exit(0))
process.once('message', async function next(order: Order) {
  try {
    const report = await obey(order)
    process.send?.(report)
    process.once('message', next)
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
})
