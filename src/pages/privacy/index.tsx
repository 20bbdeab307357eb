import { Text } from '@tarojs/components'
import { Page } from '@/shell/page'
import { Section } from '@/ui/section'
import './index.scss'

const parts: readonly { title: string; lines: readonly string[] }[] = [
  {
    title: '我们会用到什么',
    lines: [
      '姓名、电话、房号：用来联系您、安排上门。匿名反映时，处理人员看不到。',
      '您写的内容、照片、视频和语音：用来了解和处理问题。照片里的拍摄位置会自动去掉。',
      '手机的相机、相册和麦克风：只在您点「照片」「短视频」「录音」「按住说话」时才会用到，不允许也能用文字反映。',
      '按住说话：把话转成文字的是微信，在浏览器里是浏览器；转成了文字，我们就不保存这段声音。',
      '剪贴板：只在您点「复制」时写入，不会读取。',
    ],
  },
  {
    title: '谁能看到',
    lines: [
      '您反映的事只有您和处理它的物业工作人员能看到，其他住户看不到。',
      '工作人员看到的电话中间几位是隐藏的；需要打电话给您时才能查看，每次查看都有记录。',
      '邻里纠纷默认不告诉管家是谁反映的。',
    ],
  },
  {
    title: '您可以做什么',
    lines: [
      '随时在「我的」里导出自己的全部数据。',
      '随时在「我的」里注销。注销后姓名、电话和房号会被永久删除，处理记录以匿名方式保留。',
      '不接收微信通知也不影响使用，所有进展都在「消息」里。',
    ],
  },
]

export default function PrivacyPage() {
  return (
    <Page title="隐私说明">
      {parts.map(({ title, lines }) => (
        <Section key={title} title={title}>
          {lines.map(line => (
            <Text key={line} className="privacy-line">
              {line}
            </Text>
          ))}
        </Section>
      ))}
    </Page>
  )
}
