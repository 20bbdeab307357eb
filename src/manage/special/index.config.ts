export default definePageConfig({ navigationBarTitleText: '特别事项', enablePullDownRefresh: true })
