import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '../../../types/limits'
import { postedRoleLabels } from '../../../types/vocabulary'
import { useOrganisationActs } from '@/data/send/use-organisation-acts'
import { open } from '@/data/session/navigation'
import { chooseCenter } from '@/data/session/session'
import { ask, say, sayError } from '@/shell/feedback'
import { Banner } from '@/ui/banner'
import { Choices } from '@/ui/choices'
import { FieldShell } from '@/ui/field-shell'
import { PrimaryButton } from '@/ui/primary-button'
import { Sheet } from '@/ui/sheet'
import { TextField } from '@/ui/text-field'
import {
  editedPost,
  postedRoles,
  savedPost,
  type EditedPost,
  type Member,
  type PostedRole,
} from '../format/center-staff'
import { useBuildings } from '../hooks/use-organisation'
import { useOpenTickets } from '../hooks/use-open-tickets'
import { PostFields } from './post-fields'

interface MemberSheetProps {
  centerId: string
  /** null: somebody new. */
  member: Member | null
  departments: readonly { id: string; name: string }[]
  onClose: () => void
  onDone: () => void
}

/** One member of staff with their posts in a center; and how one leaves it (D-OR-3). */
export const MemberSheet = ({ centerId, member, departments, onClose, onDone }: MemberSheetProps) => {
  const [name, setName] = useState(member?.name ?? '')
  const [phone, setPhone] = useState(member?.phone ?? '')
  const [posts, setPosts] = useState<readonly EditedPost[]>(() => member?.posts.flatMap(editedPost) ?? [])
  const [fields, setFields] = useState<Record<string, string>>({})
  const buildings = useBuildings(centerId).value ?? []
  const openTickets = useOpenTickets(centerId, member?.personId ?? null)
  const { busy, act } = useOrganisationActs()
  const complete = name.trim() !== '' && phone.trim() !== '' && posts.length > 0

  const change = (next: readonly EditedPost[]) => {
    setPosts(next)
    setFields({})
  }
  const turn = (role: PostedRole) =>
    change(
      posts.some(post => post.role === role)
        ? posts.filter(post => post.role !== role)
        : [...posts, { role, departmentId: null, buildingIds: [], skills: '' }],
    )

  const save = async () => {
    const outcome = await act('saveStaff', {
      centerId,
      ...(member ? { personId: member.personId } : {}),
      name: name.trim(),
      phone: phone.trim(),
      posts: posts.map(savedPost),
    })
    if (!outcome.ok) {
      setFields(outcome.fields)
      return sayError(outcome.error)
    }
    say(member ? '已保存' : `${name.trim()}已加入，用这个手机号登录`)
    onDone()
  }

  const handOver = () => {
    chooseCenter(centerId)
    open('manage/roster/index')
  }

  const remove = async ({ personId, name: leaver }: Member) => {
    const sure = await ask({
      title: `${leaver}离开这个服务中心？`,
      text: '岗位马上收回，所有手机上都会退出登录；做过的事仍记在名下',
      confirm: '离开',
    })
    if (!sure) return
    const outcome = await act('removeStaff', { centerId, personId })
    if (outcome.ok) {
      say(`${leaver}的岗位已收回`)
      return onDone()
    }
    sayError(outcome.error)
  }

  return (
    <Sheet
      id="member-sheet"
      title={member?.name ?? '增加员工'}
      onClose={onClose}
      actions={
        <>
          {member && openTickets === 0 && (
            <PrimaryButton
              id="member-remove"
              kind="plain"
              busy={busy === 'removeStaff'}
              onClick={() => void remove(member)}
            >
              离职
            </PrimaryButton>
          )}
          <PrimaryButton id="member-save" disabled={!complete} busy={busy === 'saveStaff'} onClick={() => void save()}>
            {complete ? '保存' : '请填姓名、手机号和岗位'}
          </PrimaryButton>
        </>
      }
    >
      <View className="manage-stack">
        {member && openTickets !== null && openTickets > 0 && (
          <Banner
            id="member-open"
            meaning="dueSoon"
            icon="swap"
            title={`手上还有 ${openTickets} 张工单`}
            text="离职以前要先移交给别人"
          >
            <PrimaryButton id="member-hand-over" kind="plain" onClick={handOver}>
              去移交
            </PrimaryButton>
          </Banner>
        )}
        <TextField
          id="member-name"
          label="姓名"
          max={limits.name}
          value={name}
          onChange={setName}
          error={fields.name}
        />
        <TextField
          id="member-phone"
          label="手机号，用它登录"
          type="number"
          max={limits.phone}
          value={phone}
          onChange={setPhone}
          error={fields.phone}
        />
        <FieldShell id="member-posts" label="岗位，可以有几个" error={fields.posts}>
          <Choices
            label="岗位"
            idStart="member-role"
            several
            choices={postedRoles.map(id => ({ id, word: postedRoleLabels[id] }))}
            chosen={posts.map(({ role }) => role)}
            onChoose={turn}
          />
        </FieldShell>
        {posts.map((post, index) => (
          <PostFields
            key={post.role}
            post={post}
            departments={departments}
            buildings={buildings}
            errors={{
              department: fields[`posts.${index}.departmentId`],
              buildings: fields[`posts.${index}.buildingIds`],
            }}
            onChange={next => change(posts.map(one => (one === post ? next : one)))}
          />
        ))}
      </View>
    </Sheet>
  )
}
