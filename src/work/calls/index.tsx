import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { ScrollView, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { Page } from '@/shell/page'
import { ReadingStates } from '@/shell/reading-states'
import { useWide } from '@/shell/use-wide'
import { open } from '@/data/session/navigation'
import { useAccount } from '@/data/session/use-account'
import { EmptyState } from '@/ui/empty-state'
import { TabStrip } from '@/ui/tab-strip'
import { neighbour } from '../words/list-keys'
import { reveal } from '../hooks/use-desk-keys'
import { callsOf, nextAfter, type Call } from './call-form'
import { CallPane } from './call-pane'
import { CallRows } from './call-rows'
import { useCalls } from './use-calls'
import '../components/desk-board.scss'
import '../components/desk-pane.scss'

type Whose = 'mine' | 'others'

interface DeskProps {
  calls: readonly Call[]
  onChanged: () => void
}

/** List left and call right; whoever is recorded leaves the list at once, and the next one is there. */
const Desk = ({ calls, onChanged }: DeskProps) => {
  const [chosen, setChosen] = useState<string | null>(null)
  // As it was when it was written down; with the server's next answer it is another, or gone.
  const [recorded, setRecorded] = useState<Call | null>(null)
  const waiting = calls.filter(one => one !== recorded)
  const task = waiting.find(one => one.taskId === chosen) ?? waiting[0]
  const ids = waiting.map(({ taskId }) => taskId)
  const current = task?.taskId ?? null
  const onStep = useCallback(
    (step: 'up' | 'down') => {
      const next = neighbour(ids, current, step)
      setChosen(next)
      if (next !== null) reveal(`call-row-${next}`, 'show')
    },
    [ids, current],
  )
  return (
    <View className="desk-board">
      <ScrollView className="desk-list" scrollY>
        <CallRows calls={waiting} current={current} onOpen={setChosen} />
      </ScrollView>
      <View className="desk-shown">
        {task === undefined ? (
          <EmptyState title="都回访完了" text="新的回访会自己出现" />
        ) : (
          <CallPane
            key={`${task.taskId}:${task.attempts}`}
            task={task}
            last={waiting.length === 1}
            onStep={onStep}
            onRecorded={() => {
              setChosen(nextAfter(waiting, task.taskId))
              setRecorded(task)
              onChanged()
            }}
            onOutdated={onChanged}
          />
        )}
      </View>
    </View>
  )
}

/** Calls and visits that wait to be made (D-CB-1). */
export default function CallsPage() {
  useAccount()
  const wide = useWide()
  const reading = useCalls()
  const [chosen, setChosen] = useState<Whose | null>(null)
  const { value, loading, reload } = reading
  // Opens where something waits; from then on only a tap moves it.
  const opening = value && value.length > 0 && callsOf(value, 'mine').length === 0 ? 'others' : 'mine'
  if (chosen === null && value !== null && !loading) setChosen(opening)
  const whose = chosen ?? opening
  usePullDownRefresh(() => void reload().finally(() => Taro.stopPullDownRefresh()))
  const count = (of: Whose) => (value === null ? null : callsOf(value, of).length)
  const head = (
    <TabStrip
      form="line"
      idStart="calls"
      items={[
        { id: 'mine', word: '我的', count: count('mine') },
        { id: 'others', word: '同事的', count: count('others') },
      ]}
      chosen={whose}
      onChoose={setChosen}
      label="谁来回访"
    />
  )
  if (!wide)
    return (
      <Page title="回访台">
        {head}
        <ReadingStates reading={reading}>
          {calls => (
            <CallRows
              calls={callsOf(calls, whose)}
              current={null}
              onOpen={taskId => open('work/call/index', { taskId })}
            />
          )}
        </ReadingStates>
      </Page>
    )
  return (
    <Page title="回访台" wide>
      <View className="desk-head">{head}</View>
      {value === null ? (
        <ReadingStates reading={reading}>{() => null}</ReadingStates>
      ) : (
        <Desk key={whose} calls={callsOf(value, whose)} onChanged={() => void reload()} />
      )}
    </Page>
  )
}
