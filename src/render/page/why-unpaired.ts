import type { AlikeReasons } from '../../domain/report-facts.ts';
import type { WhyPart } from '../../web/report/report-types.ts';
import type { PageTelling } from './page-context.ts';
import { describeVeiledFix } from './veil-kept-apart.ts';

/** Who has no tandem: a row for all who have the same reason, with what would help most of them. */
export function buildWhy(telling: PageTelling): WhyPart {
  const { facts, say } = telling;
  const { why } = say;
  return {
    ...{ head: why.head, nobody: why.everybody, columns: why.columns },
    rows: facts.reasons.map(alike => ({
      who: why.sides[alike.side],
      why: phraseReason(alike, telling),
      people: alike.people.length,
      help: listHelp(alike, telling),
    })),
  };
}

function phraseReason({ people }: AlikeReasons, { run, words, say: { why, limits } }: PageTelling): string {
  const { reason } = people[0]!;
  if (reason.kind !== 'limit-reached') return why.names(words.reasons.names[reason.kind]);
  return why.limit(
    reason.limits.map(limit => {
      const { place, side } = run.terms.limits[limit]!;
      return limits.name(words.grammar.nameCountry(place), side);
    }),
  );
}

/** What helps most of them, in a sentence; how many others there are whom something else helps. */
function listHelp({ people }: AlikeReasons, telling: PageTelling): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of people) {
    const help = describeVeiledFix(one, telling);
    counts.set(help, (counts.get(help) ?? 0) + 1);
  }
  const [[first, count]] = [...counts].sort(([, a], [, b]) => b - a) as [[string, number]];
  const rest = people.length - count;
  return rest === 0 ? [first] : [first, telling.say.why.more(rest)];
}
