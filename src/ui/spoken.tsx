import { Text } from '@tarojs/components'

/** Words that complete what is seen, for people who listen in the browser; the mini-program has a `summary` for them. */
export const Spoken = ({ children }: { children: string }) =>
  process.env.TARO_ENV === 'h5' ? <Text className="spoken">{children}</Text> : null
