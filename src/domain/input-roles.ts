/** The inputs of which there is at most one each; the history may be several files. */
export const ROLES = ['mentors', 'mentees', 'limits', 'pairs', 'previous', 'carryOver'] as const;
export type Role = (typeof ROLES)[number];
