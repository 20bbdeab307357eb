import { Text } from '@tarojs/components'
import { useCenter } from '../hooks/use-center'

/** Whose rules, people or figures a page shows; nothing for people with one center. */
export const CenterName = () => {
  const { centers, centerId } = useCenter()
  const center = centers.find(({ id }) => id === centerId)
  return center ? (
    <Text id="center-name" className="manage-hint">
      {center.word}
    </Text>
  ) : null
}
