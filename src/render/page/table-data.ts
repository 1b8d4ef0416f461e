import type { Unmatched } from '../../domain/matching.ts';
import { makePairKey } from '../../domain/pair-keys.ts';
import type { PairNote } from '../../domain/policy.ts';
import type { Participant } from '../../domain/roster.ts';
import type { PageData, PersonText, ReportTableWords, TandemRow } from '../../web/report/page-data.ts';
import type { PageTelling } from './page-context.ts';
import { buildReviewData } from './review-data.ts';
import { describeVeiledFix, describeVeiledReason } from './veil-kept-apart.ts';

/** The rows of both tables: people and sentences once each, and numbers that stand for them. */
export function buildPageData(telling: PageTelling): PageData {
  const { run } = telling;
  const { matching, roster, parts } = run;
  const people = makeRegister((person: Participant) => describePerson(person, telling));
  const sentences = makeRegister((sentence: string) => sentence);
  const makeTandemRow = makeTandemRows(telling);
  // The lowest fit first: these are looked at first.
  const scores = matching.tandems.map(({ score }) => score);
  const order = scores.map((_, at) => at).sort((a, b) => scores[a]! - scores[b]!);
  const tandems = order.map(at => {
    const { mentor, mentee } = matching.tandems[at]!;
    return makeTandemRow(at, people.add(roster.mentors[mentor]!), people.add(roster.mentees[mentee]!));
  });
  const without = listWithout(matching.unmatched).map(
    one =>
      [
        people.add(one.person),
        one.side === 'mentor' ? 0 : 1,
        sentences.add(describeVeiledReason(one, telling)),
        sentences.add(describeVeiledFix(one, telling)),
      ] as const,
  );
  const review = buildReviewData(telling, order, {
    addPerson: people.add,
    addSentence: sentences.add,
    listPeople: people.listThings,
  });
  return {
    ...{ people: people.all, tandems, without, sentences: sentences.all, review, parts },
    words: listTableWords(telling),
  };
}

/** Mentees stand first: whom the programme is for. */
function listWithout(unmatched: readonly Unmatched[]): readonly Unmatched[] {
  return [...unmatched.filter(({ side }) => side === 'mentee'), ...unmatched.filter(({ side }) => side === 'mentor')];
}

/** Gives each thing a number, the first time it comes. */
function makeRegister<Thing, Shown>(show: (thing: Thing) => Shown) {
  const numbers = new Map<Thing, number>();
  const all: Shown[] = [];
  const add = (thing: Thing): number => {
    const known = numbers.get(thing);
    if (known !== undefined) return known;
    numbers.set(thing, all.length);
    return all.push(show(thing)) - 1;
  };
  return { all, add, listThings: () => [...numbers.keys()] };
}

function describePerson({ name, department, country }: Participant, { words }: PageTelling): PersonText {
  const places = [department, country === '' ? '' : words.grammar.nameCountry(country)];
  return [name, places.filter(place => place !== '').join(' · ')];
}

const LOOKS = ['lowest', 'only', 'border', 'override', 'new'] as const;
const STATUSES = ['draft', 'approved', 'locked', 'continued'] as const;

/** One tandem of ten has the lowest fit. */
const LOWEST_SHARE = 10;

function makeTandemRows({ run: { matching, roster, terms, changes, review } }: PageTelling) {
  const size = roster.mentees.length;
  const notes = new Map(terms.pairs.map(note => [makePairKey(note.mentor, note.mentee, size), note]));
  const fresh = new Set(
    (changes ?? []).flatMap(({ kind, pair }) =>
      kind === 'new' && pair !== null ? [makePairKey(pair.mentor, pair.mentee, size)] : [],
    ),
  );
  const scores = matching.tandems.map(({ score }) => score).sort((a, b) => a - b);
  const [least = 0, bound = 0, most = 0] = [
    scores[0],
    scores[Math.ceil(scores.length / LOWEST_SHARE) - 1],
    scores.at(-1),
  ];
  return (at: number, one: number, other: number): TandemRow => {
    const { mentor, mentee, score, points } = matching.tandems[at]!;
    const [first, second] = [roster.mentors[mentor]!, roster.mentees[mentee]!];
    const key = makePairKey(mentor, mentee, size);
    const note = notes.get(key);
    const looks: Readonly<Record<(typeof LOOKS)[number], boolean>> = {
      lowest: least < most && score <= bound,
      only: review?.onlyCandidates[at] ?? false,
      border: first.country !== '' && second.country !== '' && first.country !== second.country,
      override: (note?.override ?? '') !== '',
      new: fresh.has(key),
    };
    const found = LOOKS.flatMap((look, number) => (looks[look] ? [number] : []));
    return [one, other, score, points, found, STATUSES.indexOf(findStatus(note))];
  };
}

function findStatus(note: PairNote | undefined): (typeof STATUSES)[number] {
  if (note === undefined) return 'draft';
  if (note.approved) return 'approved';
  if (note.continues) return 'continued';
  return note.locked ? 'locked' : 'draft';
}

function listTableWords({ words, say }: PageTelling): ReportTableWords {
  const { tandems, without, table } = say;
  return {
    ...table,
    decimal: words.grammar.formatNumber(0.5).charAt(1),
    tandems: {
      ...{ head: tandems.head, nobody: tandems.everybody, mentor: tandems.mentor, mentee: tandems.mentee },
      ...{ points: tandems.points, look: tandems.look, status: tandems.status },
      looks: LOOKS.map(look => tandems.looks[look]),
      statuses: STATUSES.map(status => tandems.statuses[status]),
    },
    without: {
      ...{ head: without.head, nobody: say.why.everybody, person: without.person, side: without.side },
      ...{ sides: [without.sides.mentor, without.sides.mentee], why: without.why, help: without.help },
    },
  };
}
