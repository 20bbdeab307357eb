import { Image, type ImageProps } from '@tarojs/components'

/** The browser's own image inside Taro's element is no second thing to read: what it shows is said by the element (`a11y`). */
const silent = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: '' } } : {}

export const Picture = (props: ImageProps) => <Image {...silent} {...props} />
