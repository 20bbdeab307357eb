export default definePageConfig({ navigationBarTitleText: '问卷录入', enablePullDownRefresh: true })
