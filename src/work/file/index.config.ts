export default definePageConfig({ navigationBarTitleText: '代客反映' })
