/** The part of Taro's template builder that is touched. */
interface Template {
  createMiniComponents(components: object): Record<string, Record<string, string>>
}

interface PluginContext {
  registerMethod(method: { name: 'onSetupClose'; fn: (platform: { template?: Template }) => void }): void
}

const attributes = {
  'aria-role': 'i.ariaRole',
  'aria-label': 'i.ariaLabel',
  'aria-hidden': 'i.ariaHidden',
  'aria-selected': 'i.ariaSelected',
  'aria-checked': 'i.ariaChecked',
  'aria-disabled': 'i.ariaDisabled',
  'aria-expanded': 'i.ariaExpanded',
  'aria-live': 'i.ariaLive',
}
const withAria = /^((static|pure|click|catch)-)?(view|text|image|button|input|textarea)$/

/**
 * Taro puts aria attributes into a page's data but not into the mini-program's templates, so nobody would hear them.
 * They are added to the finished list: the list of props itself must stay as it is, since the runtime numbers it anew.
 */
export default function ariaPlugin(context: PluginContext): void {
  context.registerMethod({
    name: 'onSetupClose',
    fn({ template }) {
      if (!template) return
      const create = template.createMiniComponents.bind(template)
      template.createMiniComponents = components => {
        const result = create(components)
        for (const name of Object.keys(result)) if (withAria.test(name)) Object.assign(result[name] ?? {}, attributes)
        return result
      }
    },
  })
}
