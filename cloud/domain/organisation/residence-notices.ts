interface Told {
  readonly type: string
  readonly title: string
  readonly text: string
}

/** Words to whoever is bound to a room, or no longer (D-OR-2). */
export const bindingApproved = (place: string): Told => ({
  type: 'bindingApproved',
  title: '房号已绑定',
  text: `${place}已经绑定到您的账号，现在可以反映家里的问题了。`,
})

export const bindingDeclined = (place: string, reason: string | null): Told => ({
  type: 'bindingDeclined',
  title: '房号没有绑定成功',
  text: `${place}没有核对通过${reason === null ? '' : `：${reason}`}。有疑问请联系服务中心。`,
})

export const takenOff = (place: string): Told => ({
  type: 'takenOff',
  title: '您已不再绑定这个房号',
  text: `${place}已从您的账号移除，您反映过的事情仍可以查看。如有不对，请联系服务中心。`,
})
