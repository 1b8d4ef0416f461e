export const LIMIT_COLUMNS = ['country', 'side', 'min', 'max'] as const;

export const PAIR_COLUMNS = ['mentor', 'mentee', 'action', 'points', 'reason'] as const;

/** Columns of a list of earlier tandems: our own tandems.csv, or any sheet that names two people in a row. */
export const EARLIER_COLUMNS = [
  ...['mentor_id', 'mentor_email', 'mentor', 'mentor_name'],
  ...['mentee_id', 'mentee_email', 'mentee', 'mentee_name'],
  ...['date', 'status', 'note', 'next_round'],
] as const;

/** Columns of a run's unmatched.csv. */
export const UNMATCHED_COLUMNS = [
  ...['role', 'id', 'name', 'email', 'department', 'country'],
  ...['reason', 'evidence', 'cheapest_fix'],
] as const;
