/** Tests with a DOM see the browser build, and React is told that `act` stands around what changes it. */
process.env.TARO_ENV = 'h5'
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
