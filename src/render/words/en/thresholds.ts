/**
 * What is said of shares that a result must reach: `--fail-under coverage=95`. Percentages are decimal numbers as text.
 */
export const gates = {
  missed: 'FAILED',
  /** What annotations are headed by. */
  isMissed: 'a threshold was missed',
  under: (gate: string, part: number, whole: number, percent: string, wanted: string): string =>
    `${gate} is ${percent} % (${part} of ${whole}), required ${wanted} %`,
  nobody: (gate: string, of: 'mentee' | 'tandem' | 'previous-run'): string =>
    of === 'previous-run'
      ? `${gate}: no previous run is named; add --previous with the file that holds the decisions`
      : `${gate}: there is no ${of} to count`,
  doubt: (gate: string, percent: string, meant: string): string =>
    `${gate}=${percent} means ${percent} %; did you mean ${gate}=${meant}?`,
};
