import type { Policy } from '../../../types/contract/policy-document'

/** A small policy for tests. */
export const defaultPolicyForTest: Policy = {
  calendars: {
    always: '24x7',
    office: {
      weekly: Object.fromEntries(
        ['mon', 'tue', 'wed', 'thu', 'fri'].map(day => [
          day,
          [
            ['08:30', '12:00'],
            ['13:30', '18:00'],
          ],
        ]),
      ),
      holidays: 'cn',
    },
  },
  workingHours: 'office',
  deadlines: [{ kind: 'completion', calendar: 'office', target: { workingDays: 3 } }],
  routing: [{ name: '默认由客服受理', to: { triage: true } }],
  departments: [{ id: 'engineering', name: '工程部' }],
  categories: [{ id: 'lift', name: '电梯', parentId: null, department: 'engineering' }],
  survey: { satisfiedFrom: 3, remindAfterDays: 2, unreachedAfterAttempts: 3, reopenWithinDays: 30 },
  holdMaxDays: 60,
  maxTransfers: 2,
  faq: [],
}
