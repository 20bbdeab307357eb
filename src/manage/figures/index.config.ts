export default definePageConfig({ navigationBarTitleText: '其他设置' })
