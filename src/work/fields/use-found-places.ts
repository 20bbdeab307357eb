import { useEffect, useMemo, useState } from 'react'
import { createAborter } from '@/data/call/abort'
import { call } from '@/data/call/client'
import { useObserved } from '@/data/device/use-observed'
import { me, type Me } from '@/data/session/session'
import { findPlaces, fullNames } from '../words/find-places'

type Place = Me['places'][number]

const nothing: readonly Place[] = []
const shownAtMost = 6
/** ms without a key until the server is asked. */
const pauseMs = 300

/** Places that fit what is typed, with their names: from the device, in a large estate from the server. */
export function useFoundPlaces(text: string) {
  const known = useObserved(me)
  const own = known?.places ?? nothing
  const asks = known?.placesCut === true
  const [answer, setAnswer] = useState<{ text: string; places: readonly Place[] }>({ text: '', places: nothing })
  const wanted = text.trim()
  useEffect(() => {
    if (!asks || wanted === '') return
    const aborter = createAborter()
    const timer = setTimeout(() => {
      call('account', 'places', { text: wanted }, { signal: aborter.signal }).then(
        ({ places }) => setAnswer({ text: wanted, places }),
        // The words themselves can be recorded without a place.
        () => {
          if (!aborter.signal.aborted) setAnswer({ text: wanted, places: nothing })
        },
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      aborter.abort()
    }
  }, [asks, wanted])
  const ownNames = useMemo(() => fullNames(own), [own])
  const local = useMemo(() => findPlaces(own, ownNames, text, shownAtMost), [own, ownNames, text])
  const searched = answer.text === wanted ? answer.places : nothing
  const names = useMemo(
    () => new Map([...ownNames, ...answer.places.map(({ placeId, name }) => [placeId, name] as const)]),
    [ownNames, answer],
  )
  return { found: asks ? searched.slice(0, shownAtMost) : local, names, searching: asks && answer.text !== wanted }
}
