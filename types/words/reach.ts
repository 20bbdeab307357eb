interface Reading {
  readonly views: number | null
  readonly followers: number | null
  readonly comments: number | null
}

/** How far something has gone online: 「浏览 12000，粉丝 300，评论 45」 (D-SP-5). Empty: nobody has read it. */
export const reachText = ({ views, followers, comments }: Reading): string =>
  [
    views === null ? '' : `浏览 ${views}`,
    followers === null ? '' : `粉丝 ${followers}`,
    comments === null ? '' : `评论 ${comments}`,
  ]
    .filter(part => part !== '')
    .join('，')
