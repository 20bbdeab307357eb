export default definePageConfig({ navigationBarTitleText: '升级提醒', enablePullDownRefresh: true })
