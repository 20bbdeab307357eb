export default definePageConfig({ navigationBarTitleText: '员工和岗位', enablePullDownRefresh: true })
