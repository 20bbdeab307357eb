/** The platform's own package, which only a cloud function has; cloud-sdk.ts says what is used of it. */
declare module 'wx-server-sdk' {
  const sdk: unknown
  export default sdk
}
