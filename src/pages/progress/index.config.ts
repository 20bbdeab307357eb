export default definePageConfig({ navigationBarTitleText: '按编号查进展' })
