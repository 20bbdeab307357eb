import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { a11y } from './a11y'
import { Icon } from './icon'
import './call-card.scss'

interface CallCardProps {
  title: string
  text?: string
  /** Shown in this order; an empty number is left out. */
  phones: readonly { word: string; phone: string }[]
  /** Something may be dangerous right now. */
  urgent?: boolean
  id?: string
}

const dial = (phone: string) =>
  // Cancelling the phone's own question is no error.
  void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)

/** A number to call, in one tap. */
export const CallCard = ({ title, text, phones, urgent = false, id }: CallCardProps) => (
  <View className={`call-card ${urgent ? 'call-card-urgent' : ''}`} id={id}>
    <View className="call-words">
      <Text className="call-title">{title}</Text>
      {text && <Text className="call-text">{text}</Text>}
    </View>
    <View className="call-buttons">
      {phones
        .filter(({ phone }) => phone !== '')
        .map(({ word, phone }) => (
          <View
            key={word}
            className="call-button tappable"
            {...a11y({ role: 'button', label: `拨打${word} ${phone}` })}
            onClick={() => dial(phone)}
          >
            <Icon name="phone" />
            <View className="call-number">
              <Text className="call-word">{word}</Text>
              <Text className="call-digits">{phone}</Text>
            </View>
          </View>
        ))}
    </View>
  </View>
)
