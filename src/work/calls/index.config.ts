export default definePageConfig({ navigationBarTitleText: '回访台', enablePullDownRefresh: true })
