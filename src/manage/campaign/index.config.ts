export default definePageConfig({ navigationBarTitleText: '住户调查', enablePullDownRefresh: true })
