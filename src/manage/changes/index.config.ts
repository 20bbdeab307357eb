export default definePageConfig({ navigationBarTitleText: '组织变更记录', enablePullDownRefresh: true })
