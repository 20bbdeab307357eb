import { createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/** Put here by the build: every file of the pages, with what tells a new one from an old one. */
declare const pageFiles: PrecacheEntry[]

/**
 * Keeps the pages themselves in the browser, so that they open without a network (D-HD-10). What the server says is not
 * kept here: each account's readings are kept by the pages, and go with its session. A new version waits until the last
 * page of the old one has been closed, since an old page asks for its own scripts.
 */
precacheAndRoute(pageFiles, { ignoreURLParametersMatching: [/./] })
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { allowlist: [/^\/(index\.html)?$/] }))
