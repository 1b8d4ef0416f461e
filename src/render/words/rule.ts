import type { Rule } from '../../domain/policy.ts';
import { formatCount } from '../../domain/text.ts';

/** What a rule asks of a pair, in words that need no knowledge of the program. */
export function describeRule({ rule, field, by }: Rule): string {
  const what = field === 'level' ? 'level' : field;
  switch (rule) {
    case 'same':
      return `they have the same ${what}`;
    case 'different':
      return `they have a different ${what}`;
    case 'overlap':
      return `they have ${what} in common`;
    case 'at-least-apart':
      return `their ${what} is at least ${formatDistance(by, field)} apart`;
    case 'at-most-apart':
      return `their ${what} is at most ${formatDistance(by, field)} apart`;
    case 'below':
      return `the mentor's ${what} is below the mentee's, where both are known`;
    case 'above':
      return `the mentor's ${what} is above the mentee's, where both are known`;
    case 'outside-reporting-line':
      return 'neither is above the other in the reporting line, and they do not share a direct manager';
    case 'wished':
      return 'one of them wished for the other';
    case 'not-vetoed':
      return 'neither named the other, or the other’s department, as somebody not to meet';
    case 'not-the-same-person':
      return 'they are not the same person';
    case 'not-alike':
      return 'they do not look like one person by name or address';
  }
}

function formatDistance(by: number | null, field: string): string {
  if (field === 'timezone') return formatCount(by ?? 0, 'hour');
  return field === 'level' ? formatCount(by ?? 0, 'level') : String(by ?? 0);
}
