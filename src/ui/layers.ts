/**
 * What lies on top of a page in the browser: sheets, questions, photos, and steps of a form. Escape and the browser's
 * back close the topmost, one at a time; what is beneath can be reached neither by the Tab key nor by a screen reader.
 *
 * Each open layer has an entry of its own in the browser's history, at the address of its page, so that back has
 * something to take away. The router does not hear of these entries: it would take them for pages.
 */
export interface Layer {
  /** Goes away; a step of a form: one step back. */
  close(): void
  /** What holds it on the page; null for a step, which covers nothing. */
  element(): HTMLElement | null
  /** A question: it lies above sheets and photos, those too that are opened, or drawn anew, while it waits. */
  readonly above?: boolean
}

interface OpenLayer extends Layer {
  /** The page it lies on. */
  readonly page: string
}

/** As the router's history keeps it: `idx` counts pages; `layers` is ours and counts the layers on that page. */
interface EntryState {
  idx?: number
  layers?: number
}

const open: OpenLayer[] = []
const covered: Element[] = []
/** The page that the router shows. */
let shown = ''
/** A step back in the browser's history is under way; until it has arrived, entries are left alone. */
let leaving = false
/** Makes a turn of the router again that came while an entry of ours was being taken away. */
let turnAgain: (() => void) | null = null

const entry = (): EntryState => {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null ? state : {}
}
const entryPage = (): string => `${entry().idx ?? 0}${window.location.hash}`
const here = (): OpenLayer[] => open.filter(({ page }) => page === entryPage())

/** Puts everything beside the topmost layer, up to its page, out of reach. */
function cover(): void {
  for (const element of covered.splice(0)) element.removeAttribute('inert')
  let node: Element | null | undefined = here()
    .reverse()
    .map(layer => layer.element())
    .find(element => element !== null)
  while (node && node !== document.body && !node.classList.contains('taro_page')) {
    for (const beside of node.parentElement?.children ?? []) {
      if (beside === node || beside.hasAttribute('inert')) continue
      beside.setAttribute('inert', '')
      covered.push(beside)
    }
    node = node.parentElement
  }
}

/** Brings the browser's history in line with what is open on the page in front. */
function settle(): void {
  if (leaving) return
  const wanted = here().length
  const { layers = 0 } = entry()
  for (let at = layers + 1; at <= wanted; at++) window.history.pushState({ ...entry(), layers: at }, '')
  if (wanted < layers) goBack(layers - wanted)
}

/** Longer than any browser takes to step back, ms. */
const stepMs = 500

function goBack(entries: number): void {
  leaving = true
  ownStep = true
  stepBy(-entries)
  setTimeout(arrive, stepMs)
}
let ownStep = false
let stepBy: (delta: number) => void = delta => window.history.go(delta)

/** The step back has arrived, or will not come any more. */
function arrive(): void {
  leaving = false
  ownStep = false
  turnAgain = null
}

/**
 * A step back arrives some milliseconds after it was asked for, and takes with it what the router has turned to
 * meanwhile: a page that opens as soon as its question is answered would go at once. So such a turn is made again.
 */
function followTurns(how: 'pushState' | 'replaceState'): void {
  const native = window.history[how].bind(window.history)
  window.history[how] = (...turn) => {
    if (ownStep) turnAgain = () => native(...turn)
    native(...turn)
  }
}

/** Later, when whoever closed a layer has also opened the next page or layer. */
const settleSoon = () => void setTimeout(settle)

/** Opens a layer on the page in front; the answer takes it away. */
export function addLayer(layer: Layer): () => void {
  const added = { ...layer, page: entryPage() }
  const question = layer.above ? -1 : open.findIndex(({ above, page }) => above && page === added.page)
  open.splice(question < 0 ? open.length : question, 0, added)
  cover()
  settleSoon()
  return () => {
    open.splice(open.indexOf(added), 1)
    cover()
    settleSoon()
  }
}

/** Covers again what has been drawn since. */
export const coverAgain = (): void => cover()

function onPopState(event: PopStateEvent): void {
  const again = turnAgain
  arrive()
  settleSoon()
  if (again) {
    event.stopImmediatePropagation()
    return again()
  }
  if (entryPage() !== shown) return
  event.stopImmediatePropagation()
  const { layers = 0 } = entry()
  for (const layer of here().slice(layers).reverse()) layer.close()
}

function onKeyDown(event: KeyboardEvent): void {
  // While characters are being composed, Escape belongs to the input method.
  if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
  const top = here().pop()
  if (!top) return
  event.preventDefault()
  top.close()
}

/**
 * In the browser, before the router begins to listen: what goes back on a page is kept from it only by whoever heard it
 * first. `onPage` tells of every page that the router turns to, as soon as the address has changed.
 */
export function followLayers(onPage: (listener: () => void) => void): void {
  const native = window.history.go.bind(window.history)
  stepBy = native
  // The router goes back by pages; the entries of layers that are still open on this one don't count as such.
  window.history.go = (delta = 0) => {
    if (delta < 0) leaving = true
    native(delta < 0 ? delta - (entry().layers ?? 0) : delta)
  }
  shown = entryPage()
  followTurns('pushState')
  followTurns('replaceState')
  onPage(() => {
    shown = entryPage()
    if (!ownStep) leaving = false
    cover()
    settleSoon()
  })
  window.addEventListener('popstate', onPopState, true)
  document.addEventListener('keydown', onKeyDown)
  // Reloaded while a layer was open: its entry is left over.
  settleSoon()
}
