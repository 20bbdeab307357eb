import { PrimaryButton } from '@/ui/primary-button'
import './print-button.scss'

/** Prints the page, in the browser: WeChat cannot. */
export const PrintButton = () =>
  process.env.TARO_ENV === 'h5' ? (
    <PrimaryButton id="print" kind="plain" icon="list" onClick={() => window.print()}>
      打印
    </PrimaryButton>
  ) : null
