import { atCenter, centerOf, keyOfCenter, managedCenters, rolesAt } from './centers'

const post = (role: 'clerk' | 'departmentHead' | 'serviceManager' | 'quality', centerId: string) => ({
  role,
  centerId,
  centerName: `${centerId} 服务中心`,
})

describe('the centers of a manager', () => {
  it('are those with a post of management, each once', () => {
    const posts = [
      post('departmentHead', 'a'),
      post('serviceManager', 'a'),
      post('clerk', 'b'),
      post('serviceManager', 'c'),
    ]
    expect(managedCenters(posts)).toEqual([
      { id: 'a', word: 'a 服务中心' },
      { id: 'c', word: 'c 服务中心' },
    ])
  })

  it('with one there is nothing to choose, with several the first until another is chosen', () => {
    const one = managedCenters([post('serviceManager', 'a'), post('clerk', 'b')])
    const two = managedCenters([post('serviceManager', 'a'), post('serviceManager', 'b')])
    expect([centerOf([], null), centerOf(one, 'a'), centerOf(one, 'b')]).toEqual([undefined, undefined, undefined])
    expect([centerOf(two, null), centerOf(two, 'b'), centerOf(two, 'left')]).toEqual(['a', 'b', 'a'])
    expect([atCenter(keyOfCenter(undefined)), atCenter(keyOfCenter('b'))]).toEqual([{}, { centerId: 'b' }])
  })

  it('somebody may be less in one than in the other; quality is at home in all', () => {
    const posts = [post('serviceManager', 'a'), post('departmentHead', 'b')]
    expect(rolesAt(posts, 'b')).toEqual(['departmentHead'])
    expect(rolesAt(posts, undefined)).toEqual(['serviceManager', 'departmentHead'])
    expect(rolesAt([post('quality', 'a'), post('departmentHead', 'b')], 'b')).toEqual(['quality', 'departmentHead'])
  })
})
