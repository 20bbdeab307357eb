/** Something outside the product that an adapter needs does not answer (WeChat, cloud storage, SMS). Answered with 503. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable'
}
