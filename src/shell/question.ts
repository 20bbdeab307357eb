import { createObservable } from '@/data/device/observable'

export interface Question {
  title: string
  text?: string
  /** Word of the button that goes on. */
  confirm?: string
  cancel?: string
}

/** A question that waits for its answer. */
export interface OpenQuestion extends Question {
  answer: (yes: boolean) => void
}

/** The question on the screen; null: none. `QuestionDialog` of the page in front shows it. */
export const openQuestion = createObservable<OpenQuestion | null>(null)

/** Asks before something that cannot be taken back; a question that still waits is answered with no. */
export function ask(question: Question): Promise<boolean> {
  openQuestion.get()?.answer(false)
  return new Promise(resolve => {
    openQuestion.set({
      ...question,
      answer: yes => {
        openQuestion.set(null)
        resolve(yes)
      },
    })
  })
}
