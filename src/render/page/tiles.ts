import { makeShare } from '../../domain/share.ts';
import { takesPart } from '../../domain/unmatched-reasons.ts';
import type { Tile } from '../../web/report/report-types.ts';
import { formatPoints, type PageTelling } from './page-context.ts';

/** The first figures that anybody asks for, each with what it is out of. */
export function buildTiles(telling: PageTelling): readonly Tile[] {
  const { run, words, say } = telling;
  const { summary } = run.matching;
  const { people, coverage, crossDepartment, tandems, wanted } = summary;
  const { formatPercent } = words.grammar;
  const isFirst = run.terms.policy.objective[0]?.kind === 'mentees';
  const { tiles } = say;
  const { figures } = words.summary;
  return [
    {
      label: figures.tandems,
      figure: String(tandems),
      unit: say.ofWanted(wanted),
      note: say.noteTandems(summary.mentorsWithTandem, summary.menteesWithTandem),
    },
    {
      ...{ label: figures.coverage, figure: formatPercent(coverage), unit: '' },
      note: isFirst ? say.noteCoverage(coverage) : say.noteCoveragePlain(coverage),
    },
    {
      ...{ label: figures.crossDepartment, figure: formatPercent(crossDepartment), unit: '' },
      note: phraseAcross(telling),
    },
    buildFitTile(telling),
    {
      label: tiles.unmatched,
      figure: String(people.mentees - summary.menteesWithTandem),
      unit: say.ofAll(people.mentees),
      note: say.noteUnmatched(
        summary.unmatched
          .filter(({ side, reason }) => side === 'mentee' && takesPart(reason))
          .map(({ people, reason }) => [people, words.reasons.names[reason]]),
      ),
    },
    {
      label: tiles.fewer,
      figure: String(summary.menteesWithFewer),
      unit: say.mentees(summary.menteesWithFewer),
      note: say.noteFewer(tandems, wanted),
    },
    buildSlotsTile(telling),
    buildIdleTile(telling),
  ];
}

function phraseAcross({ run, say }: PageTelling): string {
  const { tandems, crossDepartment, crossBorder } = run.matching.summary;
  if (tandems === 0) return say.noTandem;
  return crossDepartment.whole === 0 ? say.noDepartments : say.noteAcross(crossDepartment, crossBorder);
}

function buildFitTile({ run, facts, words, say }: PageTelling): Tile {
  const { score } = run.matching.summary;
  const { label, unit } = { label: say.tiles.fit, unit: say.points };
  if (score === null) return { label, figure: '–', unit: '', note: say.noTandem };
  // One decimal, as on the screen and in summary.md.
  const format = (points: number) => words.grammar.formatNumber(Math.round(10 * points) / 10);
  return {
    label,
    unit,
    figure: format(score.mean),
    note: say.noteFit(format(score.least), format(score.most), formatPoints(facts.most, words)),
  };
}

/** Slots that nobody has, apart for mentors with a mentee and those without. */
function buildSlotsTile({ run, say }: PageTelling): Tile {
  const { load, slots, tandems } = run.matching.summary;
  const idle = load.filter(row => row.load === 0).reduce((sum, { capacity, mentors }) => sum + capacity * mentors, 0);
  const free = slots - tandems;
  return {
    ...{ label: say.tiles.slots, figure: String(free), unit: say.ofAll(slots) },
    note: say.noteSlots(free - idle, idle),
  };
}

function buildIdleTile({ run, words, say }: PageTelling): Tile {
  const { people, mentorsWithTandem } = run.matching.summary;
  const idle = makeShare(people.mentors - mentorsWithTandem, people.mentors);
  return {
    ...{ label: say.tiles.idle, figure: String(idle.part), unit: say.ofAll(idle.whole) },
    note: idle.part === 0 ? say.noteIdle.none : phraseIdlePrices(run.idlePrices, words, say),
  };
}

function phraseIdlePrices(
  prices: PageTelling['run']['idlePrices'],
  words: PageTelling['words'],
  { noteIdle }: PageTelling['say'],
): string {
  if (prices === null) return noteIdle.notPriced;
  const count = (wanted: 'impossible' | 'more') => prices.filter(({ kind }) => kind === wanted).length;
  const points = prices.flatMap(price => (price.kind === 'points' ? [price.thousandths] : [])).sort((a, b) => a - b);
  const free = points.filter(cost => cost <= 0).length;
  const priced = points.slice(free);
  const [impossible, more] = [count('impossible'), count('more')];
  return [
    ...(free > 0 ? [noteIdle.free(free)] : []),
    ...(priced.length > 0
      ? [noteIdle.points(priced.length, formatPoints(priced[0]!, words), formatPoints(priced.at(-1)!, words))]
      : []),
    ...(more > 0 ? [noteIdle.more(more)] : []),
    ...(impossible > 0 ? [noteIdle.impossible(impossible)] : []),
  ].join('; ');
}
