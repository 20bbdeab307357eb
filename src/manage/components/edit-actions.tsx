import { PrimaryButton } from '@/ui/primary-button'

interface EditActionsProps {
  /** The buttons are `<id>-delete` and `<id>-done`. */
  id: string
  onDone: () => void
  /** Something that has to be there is not. */
  disabled?: boolean
  /** Left out: it can't be taken away. */
  onDelete?: () => void
}

/** The ends of a sheet in which one thing of a list is edited. */
export const EditActions = ({ id, onDone, disabled, onDelete }: EditActionsProps) => (
  <>
    {onDelete && (
      <PrimaryButton id={`${id}-delete`} kind="plain" icon="trash" onClick={onDelete}>
        删除
      </PrimaryButton>
    )}
    <PrimaryButton id={`${id}-done`} disabled={disabled} onClick={onDone}>
      确定
    </PrimaryButton>
  </>
)
