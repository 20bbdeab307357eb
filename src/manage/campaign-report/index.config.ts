export default definePageConfig({ navigationBarTitleText: '调查报告', enablePullDownRefresh: true })
