import { newestText, spokenNotice } from './notice-words'

test('what stands above as the matter is not said again below', () => {
  const matter = '3号楼1201 · 漏水渗水'
  expect(newestText({ matter, text: `${matter}。厨房漏水` })).toBe('厨房漏水')
  expect(newestText({ matter, text: `${matter}，应在 3月2日周一 24:00 前完成。` })).toBe(
    '应在 3月2日周一 24:00 前完成。',
  )
  expect(newestText({ matter, text: matter })).toBe('')
  expect(newestText({ matter: null, text: `${matter}。厨房漏水` })).toBe(`${matter}。厨房漏水`)
})

test('read out: how many are new, which matter, then the newest', () => {
  const notice = { matter: '3号楼1201 · 漏水渗水', title: '有新的回复', text: '马上到', unread: 2 }
  expect(spokenNotice(notice)).toBe('2 条未读，3号楼1201 · 漏水渗水，有新的回复，马上到')
  expect(spokenNotice({ ...notice, matter: null, unread: 0 })).toBe('有新的回复，马上到')
})
