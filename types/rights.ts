import type { StaffRole } from './vocabulary'

/**
 * Which posts hold which right (D-PO-1), as one table: the server decides by it, the contract's `callers` are made
 * from it, and screens draw from it what may be asked for. How far a right reaches (company, center, department,
 * buildings) is in `cloud/domain/access`.
 */
export const rights = {
  /** Are at home in every center of their company; everybody else in the center of the post. */
  seeCompany: ['quality', 'supervisor'],
  /** Have a desk, a worklist or a list of tickets: everybody but administrators. */
  seeTickets: ['steward', 'handler', 'clerk', 'assistant', 'departmentHead', 'serviceManager', 'quality', 'supervisor'],
  /** See every ticket of a center, and not only those of own buildings or department. */
  seeCenterTickets: ['clerk', 'assistant', 'serviceManager', 'quality', 'supervisor'],
  /** Work on tickets and record them for residents (D-IN-1). Supervisors read only, administrators see none. */
  workOnTickets: ['steward', 'handler', 'clerk', 'assistant', 'departmentHead', 'serviceManager', 'quality'],
  /** Can be given a ticket (D-RT-1); an assistant is given none. */
  takeTickets: ['steward', 'handler', 'departmentHead', 'serviceManager', 'clerk', 'quality'],
  /** Read who complained where the steward may not (D-IN-3). */
  knowHiddenFilers: ['clerk', 'serviceManager', 'quality'],
  /** Have a list of calls to make (D-CB-1). */
  makeCalls: ['clerk', 'serviceManager', 'quality'],
  /** D-SLA-14. */
  supervise: ['serviceManager', 'quality'],
  /** The overview: of whole centers, and of an own department. */
  watchCenter: ['serviceManager', 'quality', 'supervisor'],
  watchDepartment: ['departmentHead'],
  /** D-SLA-15: who is told when a deadline is escalated. */
  readEscalations: ['departmentHead', 'serviceManager', 'quality'],
  readHealth: ['admin', 'serviceManager', 'quality'],
  /** Has the timers try again what failed and waits for a person. */
  retryFailed: ['admin', 'serviceManager'],
  readPolicy: ['departmentHead', 'serviceManager', 'quality', 'supervisor', 'admin'],
  editPolicy: ['serviceManager', 'quality'],
  readStaff: ['clerk', 'departmentHead', 'serviceManager', 'quality', 'supervisor', 'admin'],
  /** Presence, leave, roster and handing over (D-RT-7): of the whole center, and of an own department. */
  planCenterStaff: ['serviceManager', 'admin'],
  planDepartmentStaff: ['departmentHead'],
  /** Make and change centers, places, staff and households (D-OR-1). */
  organise: ['admin'],
  /** Invite somebody into a room (D-OR-2): in the whole center, a steward in own buildings. */
  inviteResidents: ['steward', 'clerk', 'serviceManager', 'admin'],
  /** Decide who lives in a room, and take people off (D-OR-2). */
  bindResidents: ['clerk', 'serviceManager', 'admin'],
  /** Draw up and send surveys of the whole estate, and what is to follow from them (D-CB-7). */
  runCampaigns: ['serviceManager', 'quality'],
  /** Write down what households answer on paper, by telephone or at the door; a steward in own buildings. */
  enterCampaignAnswers: ['steward', 'clerk', 'assistant', 'serviceManager', 'quality'],
  /** See how many have answered, and where. */
  followCampaigns: ['steward', 'clerk', 'assistant', 'departmentHead', 'serviceManager', 'quality', 'supervisor'],
  readCampaignReports: ['assistant', 'departmentHead', 'serviceManager', 'quality', 'supervisor'],
} as const satisfies Record<string, readonly StaffRole[]>

export type Right = keyof typeof rights

/** Whether a post holds a right. `role` is any word: a resident holds none. */
export const holdsRight = (role: string, right: Right): boolean => rights[right].some(post => post === role)

/** Posts that hold any of the rights, each once. */
export const postsWith = (...asked: readonly Right[]): StaffRole[] => [
  ...new Set(asked.flatMap((right): readonly StaffRole[] => rights[right])),
]
