export default definePageConfig({ navigationBarTitleText: '房屋和住户', enablePullDownRefresh: true })
