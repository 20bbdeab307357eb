/** The demo's page: three phones, each signed in as somebody, and the clock they all live by. */
const told = document.querySelector('#told')
const clock = document.querySelector('#now')
const frames = [...document.querySelectorAll('iframe')]

const openAs = (frame, persona) => {
  const address = `/?phone=${frame.name}&as=${persona}#/pages/sign-in/index?persona=${persona}`
  frame.src = address
}

const call = async (path, init) => {
  const response = await fetch(path, init)
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error?.message ?? '没有成功，请再试一次')
  return answer.data ?? answer
}
const post = body => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

let ahead = 0
const showTime = () => {
  // The product's zone is +08:00, wherever this page is opened.
  const shifted = new Date(Date.now() + ahead + 8 * 3_600_000)
  clock.textContent = shifted.toISOString().replace('T', ' ').slice(0, 16)
}

async function readClock() {
  const { now } = await call('/demo/clock')
  ahead = now - Date.now()
  showTime()
}

async function advance(button) {
  const buttons = document.querySelectorAll('button')
  buttons.forEach(one => (one.disabled = true))
  told.textContent = '正在把时间往前拨…'
  try {
    await call('/demo/clock', post({ advance: button.dataset.advance }))
    await readClock()
    told.textContent = '时间到了，到点的提醒已经发出，请在手机上下拉刷新。'
  } catch (error) {
    told.textContent = error.message
  } finally {
    buttons.forEach(one => (one.disabled = false))
  }
}

async function fillPersonas() {
  const { personas } = await call('/call/account', post({ action: 'demoPersonas', data: {} }))
  for (const select of document.querySelectorAll('select')) {
    const frame = frames.find(one => one.name === select.dataset.phone)
    for (const { id, name, rooms } of personas)
      select.append(
        new Option(`${name}${rooms[0] ? ` · ${rooms[0]}` : ''}（${id}）`, id, false, id === frame.dataset.persona),
      )
    select.addEventListener('change', () => openAs(frame, select.value))
  }
}

for (const button of document.querySelectorAll('button')) button.addEventListener('click', () => void advance(button))
for (const frame of frames) openAs(frame, frame.dataset.persona)
setInterval(showTime, 1000)
await Promise.all([readClock(), fillPersonas()])
