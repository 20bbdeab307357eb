const listeners = new Set<() => void>()

/** Calls `listener` whenever a command has changed something on the server, or found that what is shown is out of date. */
export const onWritten = (listener: () => void): void => void listeners.add(listener)

export const announceWritten = (): void => listeners.forEach(listener => listener())
