/** NutUI is imported per component: only the code and the CSS of what is used get into a package. */
const nutui = '@nutui/nutui-react-taro/dist/es/packages'
const folderOf = name => name.split('/').pop().toLowerCase()

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  plugins: [
    [
      'import',
      {
        libraryName: '@nutui/nutui-react-taro',
        libraryDirectory: 'dist/es/packages',
        camel2DashComponentName: false,
        customName: name => `${nutui}/${folderOf(name)}`,
        style: path => `${nutui}/${folderOf(path)}/style/css`,
      },
      'nutui-react-taro',
    ],
    // By the way of their index all two hundred would be compiled, for the dozen that NutUI's components show.
    [
      'import',
      {
        libraryName: '@nutui/icons-react-taro',
        libraryDirectory: 'dist/es/icons',
        camel2DashComponentName: false,
      },
      'nutui-icons',
    ],
  ],
}
