import { emptyDraft, type FileDraft } from './draft'
import { joinRequest } from './join-request'

const draft: FileDraft = { ...emptyDraft('key', null), kind: 'complaint', category: 'lift', placeId: 'room-1' }

test('what is written so far goes along, and nothing that tells who an anonymous one is', () => {
  const told = { ...draft, text: ' 又停了 ', name: '李', phone: '13800000001' }
  const place = { incidentId: 'i1', text: '又停了', placeId: 'room-1' }
  expect(joinRequest(told, 'i1')).toEqual({ ...place, contact: { name: '李', phone: '13800000001' } })
  expect(joinRequest({ ...told, anonymous: true }, 'i1')).toEqual({ ...place, anonymous: true })
})
