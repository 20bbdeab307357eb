/** Said when something waits on the phone (D-HD-10). */
export const storedWord = '已存在手机上，联网后自动发送'
