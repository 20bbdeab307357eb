/** All of Node that the domain uses; any JavaScript engine has the like of it. */
declare module 'node:crypto' {
  export function createHash(algorithm: 'sha256'): {
    update(text: string): { digest(encoding: 'hex'): string }
  }
}
