export default definePageConfig({ navigationBarTitleText: '专卷', enablePullDownRefresh: true })
