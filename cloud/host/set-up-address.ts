/** Where the first administrator of an installation begins (D-OR-1); the pages of the browser build are told by the part after `#`. */
export const setUpAddress = (url: string, code: string): string =>
  `${url}/#/manage/set-up/index?code=${encodeURIComponent(code)}`
