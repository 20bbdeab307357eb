export default definePageConfig({ navigationBarTitleText: '满意度', enablePullDownRefresh: true })
