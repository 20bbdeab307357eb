export default definePageConfig({ navigationBarTitleText: '检查并保存' })
