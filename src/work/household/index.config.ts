export default definePageConfig({ navigationBarTitleText: '录入答复' })
