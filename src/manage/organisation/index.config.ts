export default definePageConfig({ navigationBarTitleText: '公司和服务中心', enablePullDownRefresh: true })
