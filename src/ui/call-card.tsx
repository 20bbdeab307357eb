import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { a11y, named } from './a11y'
import { Icon } from './icon'
import './call-card.scss'

interface CallCardProps {
  title: string
  text?: string
  phone: { word: string; phone: string }
  /** For other hours, without a button of its own: two equal ones would ask for a choice. */
  other?: { word: string; phone: string } | null
  /** Something may be dangerous right now. */
  urgent?: boolean
  id?: string
}

const dial = (phone: string) =>
  // Cancelling the phone's own question is no error.
  void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)

/** A number to call, in one tap. */
export const CallCard = ({ title, text, phone, other = null, urgent = false, id }: CallCardProps) => (
  <View className={`call-card ${urgent ? 'call-card-urgent' : ''}`} {...named(id)}>
    <View className="call-words">
      <Text className="call-title">{title}</Text>
      {text && <Text className="call-text">{text}</Text>}
    </View>
    <View
      className="call-button tappable"
      {...a11y({ role: 'button', label: `拨打${phone.word} ${phone.phone}` })}
      onClick={() => dial(phone.phone)}
    >
      <Icon name="phone" />
      <View className="call-number">
        <Text className="call-word">{phone.word}</Text>
        <Text className="call-digits">{phone.phone}</Text>
      </View>
    </View>
    {other && (
      <View
        className="call-other tappable"
        {...a11y({ role: 'button', label: `拨打${other.word} ${other.phone}` })}
        onClick={() => dial(other.phone)}
      >
        <Text>{other.word} </Text>
        <Text className="call-other-digits">{other.phone}</Text>
      </View>
    )}
  </View>
)
