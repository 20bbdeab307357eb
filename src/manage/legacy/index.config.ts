export default definePageConfig({ navigationBarTitleText: '地产遗留清单', enablePullDownRefresh: true })
