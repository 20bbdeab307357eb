import { Choices } from '@/ui/choices'
import { Section } from '@/ui/section'
import { chooseCenter } from '@/data/session/session'
import { useCenter } from '../hooks/use-center'

/** For people with posts in several centers: which one the pages below are about. Nothing for everybody else. */
export const CenterSwitch = () => {
  const { centers, centerId } = useCenter()
  if (centerId === undefined) return null
  return (
    <Section title="服务中心" hint="下面的总览、排班和规则都是这个中心的">
      <Choices label="服务中心" idStart="center" choices={centers} chosen={[centerId]} onChoose={chooseCenter} />
    </Section>
  )
}
