import { templateKinds } from '../../../types/message-templates'
import { creditsOf } from '../../store/notice/credits'
import type { Handler } from '../handlers'

/** Templates that somebody with a WeChat account can accept; work to be done is for staff. */
export const templates: Handler<'notice', 'templates'> = async (_input, { runtime, caller }) => {
  const { openid } = caller
  if (openid === null) return { items: [] }
  const left = await creditsOf(runtime.db, openid)
  const works = caller.actor.posts.length > 0
  return {
    items: templateKinds.flatMap(kind => {
      const template = runtime.templates[kind]
      return template && (kind !== 'work' || works)
        ? [{ kind, templateId: template.id, left: left.get(template.id) ?? 0 }]
        : []
    }),
  }
}
