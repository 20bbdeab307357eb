/** WeChat's own 同声传译; a plugin that the mini-program has not been given would keep it from starting. */
const speechPlugin = process.env.TARO_APP_SPEECH
  ? { plugins: { WechatSI: { version: process.env.TARO_APP_SPEECH, provider: 'wx069ba97219f66d99' } } }
  : {}

export default defineAppConfig({
  ...speechPlugin,
  pages: [
    'pages/home/index',
    'pages/file/index',
    'pages/receipt/index',
    'pages/stored/index',
    'pages/tickets/index',
    'pages/ticket/index',
    'pages/survey/index',
    'pages/campaign/index',
    'pages/notices/index',
    'pages/profile/index',
    'pages/sign-in/index',
    'pages/privacy/index',
    'pages/lost/index',
    'pages/progress/index',
  ],
  subPackages: [
    {
      root: 'work',
      pages: [
        'worklist/index',
        'ticket/index',
        'act/index',
        'file/index',
        'queue/index',
        'tickets/index',
        'calls/index',
        'call/index',
        'campaigns/index',
        'campaign/index',
        'household/index',
      ],
    },
    {
      root: 'manage',
      pages: [
        'hub/index',
        'overview/index',
        'satisfaction/index',
        'findings/index',
        'special/index',
        'legacy/index',
        'dossier/index',
        'escalations/index',
        'rules/index',
        'deadlines/index',
        'calendar/index',
        'categories/index',
        'questionnaires/index',
        'figures/index',
        'review/index',
        'rehearsal/index',
        'history/index',
        'roster/index',
        'health/index',
        'campaigns/index',
        'campaign/index',
        'campaign-editor/index',
        'campaign-report/index',
        'improvements/index',
      ],
    },
  ],
  // Staff start on the shared pages too (sign-in, profile), so their package is fetched while those are read.
  preloadRule: {
    'pages/profile/index': { network: 'all', packages: ['work'] },
    'pages/sign-in/index': { network: 'all', packages: ['work'] },
  },
  lazyCodeLoading: 'requiredComponents', // P-RUN-1
  darkmode: true,
  themeLocation: 'theme.json',
  resizable: true,
  __usePrivacyCheck__: true,
  window: {
    navigationBarTitleText: '物业客诉',
    navigationBarBackgroundColor: '@bar',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@page',
    backgroundTextStyle: '@pullText',
  },
})
