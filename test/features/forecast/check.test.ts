/** @module-tag slow */

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckFlags } from '../../../src/commands/check.ts';
import { listDemands } from '../../../src/domain/demands.ts';
import type { Coverage, Forecast } from '../../../src/domain/forecast.ts';
import type { Role } from '../../../src/domain/input-roles.ts';
import type { Terms } from '../../../src/domain/policy.ts';
import type { Mentee, Mentor, Participant, Side } from '../../../src/domain/roster.ts';
import type { Group } from '../../../src/domain/unmatched-reasons.ts';
import { check } from '../../../src/features/forecast/check.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { buildForecastJson } from '../../../src/render/json/forecast.ts';
import { renderForecast } from '../../../src/render/text/forecast.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en, type Words } from '../../../src/render/words/en/index.ts';
import { fillUp } from '../../../src/residual/augmenting-path.ts';
import { KEEP_DEMANDS, ResidualGraph } from '../../../src/residual/residual-graph.ts';
import { troubleOf } from '../../io/support.ts';
import { bestByTrying, eligiblePairs, type Pair } from '../../support/brute-force.ts';
import { canBeMatched, crowds, matched, nested, plain, withMenteesFirst, without } from '../../support/coverage.ts';
import {
  limit,
  mentee,
  mentor,
  type Programme,
  policy,
  programmes,
  roster,
  tangles,
  terms,
} from '../../support/rosters.ts';
import { runCheck, runMatch, workFolder } from '../../support/run.ts';
import { runs } from '../../support/runs.ts';

/** Programmes in which mentees come first, then tandems, and whose demands can be met. */
const some = programmes({ mentors: 5, mentees: 6 }).map(withMenteesFirst).filter(canBeMatched);

function forecastOf({ roster, terms }: Programme): Forecast {
  const checked = check(roster, terms);
  if (checked.kind !== 'forecast') throw new Error(checked.kind);
  return checked.forecast;
}

function withOneMore(limit: number, { limits, ...others }: Terms): Terms {
  return { ...others, limits: limits.map((row, index) => (index === limit ? { ...row, max: row.max + 1 } : row)) };
}

/** Holds every number of a forecast against what matching the edited inputs comes to. */
function holdAgainstMatching(programme: Programme): void {
  const { roster, terms } = programme;
  const { most, bars, limits } = forecastOf(programme);
  expect(matched(programme)).toEqual(most);
  const sum = (gain: Coverage) => ({ mentees: most.mentees + gain.mentees, tandems: most.tandems + gain.tandems });
  for (const { bar, gain } of bars) {
    expect({ bar, ...matched({ roster, terms: without(bar, terms) }) }).toEqual({ bar, ...sum(gain) });
  }
  for (const { limit, gain } of limits) {
    expect({ limit, ...matched({ roster, terms: withOneMore(limit, terms) }) }).toEqual({ limit, ...sum(gain) });
  }
}

describe('a forecast', () => {
  test('says what matching the edited inputs comes to, where people want several mentors or come first', () => {
    fc.assert(fc.property(some, holdAgainstMatching), { numRuns: runs(150) });
  });

  test('says what matching the edited inputs comes to, where all are alike', () => {
    fc.assert(fc.property(plain, holdAgainstMatching), { numRuns: runs(200) });
  });

  test('says what matching the edited inputs comes to, where limits stand in limits', () => {
    fc.assert(fc.property(nested, holdAgainstMatching), { numRuns: runs(100) });
  });

  test('says what is possible at most, whatever the objective asks for first, and leaves out who withdrew', () => {
    fc.assert(
      fc.property(tangles(), programme => {
        const ordered = withMenteesFirst(programme);
        fc.pre(canBeMatched(ordered));
        holdAgainstMatching(ordered);
        const forecast = forecastOf(programme);
        expect(forecast).toEqual(forecastOf(ordered));
        expect(forecast).toEqual(forecastOf({ ...programme, roster: { ...programme.roster, withdrawn: [] } }));
        const without = forecast.bottlenecks.reduce((sum, { without }) => sum + without, forecast.barred);
        expect(without).toBe(programme.roster.mentees.length - forecast.most.mentees);
        const isDemanding = forecast.bottlenecks.some(({ kind }) => kind === 'demands');
        if (isDemanding) expect(listDemands(programme.roster, programme.terms)).not.toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });

  test('names what is demanded, how it counts, and nobody who withdrew', () => {
    const people = roster(
      [mentor('ada', { languages: ['a'], minLoad: 1 })],
      [mentee('eva', { languages: ['a'], priority: 1 }), mentee('gil', { languages: ['a'] })],
    );
    const programme = {
      roster: { ...people, withdrawn: [{ side: 'mentee', person: mentee('finn') } as const] },
      terms: terms({ policy: policy({ objective: [{ kind: 'score' }] }) }),
    };
    const { roster: all, terms: given } = programme;
    const text = renderForecast(
      { ...forecastOf(programme), bottlenecks: [{ kind: 'demands', without: 1 }] },
      all,
      given,
      { paint: PLAIN, width: null },
      en,
      true,
    );
    expect(text).toContain(
      'Mentees of higher priority come first. These figures count mentees first, then tandems. ' +
        'Your goals are in another order, so rmentor match may pair fewer.',
    );
    expect(text).toContain('Why 1 mentee cannot be paired');
    expect(text).toContain('  Minimums of mentors use slots that others need: 1 cannot be paired.');
    expect(text).not.toContain('no permitted mentor');
  });

  test('names a reason that it has no figures for, on the screen and for programs', () => {
    const people = roster([mentor('ada')], [mentee('eva'), mentee('gil')]);
    const given = terms({ policy: policy({ must: [] }) });
    const bottleneck = { kind: 'reason', reason: 'not-needed', without: 1 } as const;
    const forecast = { ...forecastOf({ roster: people, terms: given }), bottlenecks: [bottleneck] };
    const tell = (words: Words) => renderForecast(forecast, people, given, { paint: PLAIN, width: null }, words, true);
    expect(tell(en)).toContain('  Not needed: 1 cannot be paired.');
    expect(tell(de)).toContain('  Nicht gebraucht: 1 bleibt ohne Tandem.');
    expect(buildForecastJson({ forecast, roster: people, terms: given })).toMatchObject({ bottlenecks: [bottleneck] });
  });

  test('finds the most from nothing too, by one chain of people who move after the other', () => {
    fc.assert(
      fc.property(nested, ({ roster, terms }) => {
        const limits = terms.limits.map(limit => ({ ...limit, min: 0 }));
        const people = { ...roster, mentors: roster.mentors.map(mentor => ({ ...mentor, minLoad: 0 })) };
        const free = { roster: people, terms: { ...terms, limits } };
        const { candidates } = makePairing(free.roster, free.terms);
        expect(fillUp(new ResidualGraph({ ...free, candidates }, [], KEEP_DEMANDS))).toBe(matched(free).tandems);
      }),
      { numRuns: runs(150) },
    );
  });

  test('makes room under a limit by moving somebody of a limit inside it to a mentor outside', () => {
    const people = roster(
      [
        mentor('inside', { country: 'DE', languages: ['a'] }),
        mentor('beside', { country: 'FR', languages: ['b'] }),
        mentor('outside', { country: 'PL', languages: ['c'] }),
      ],
      [mentee('moves', { languages: ['a', 'c'] }), mentee('waits', { languages: ['b'] })],
    );
    const west = { ...limit({ place: 'WEST', side: 'mentor', max: 1 }), countries: ['DE', 'FR'] };
    const limits = [
      limit({ place: 'DE', side: 'mentor', max: 1 }),
      limit({ place: 'FR', side: 'mentor', max: 1 }),
      west,
    ];
    const ground = { roster: people, terms: terms({ limits }) };
    const { candidates } = makePairing(ground.roster, ground.terms);
    const residual = new ResidualGraph({ ...ground, candidates }, [{ mentor: 0, mentee: 0 }], KEEP_DEMANDS);
    expect(fillUp(residual)).toBe(1);
    expect([...residual.listTandems()]).toEqual([
      { mentor: 1, mentee: 1 },
      { mentor: 2, mentee: 0 },
    ]);
  });

  test('says what matching the edited inputs comes to, whatever the rules', () => {
    fc.assert(fc.property(crowds, holdAgainstMatching), { numRuns: runs(40) });
  });

  test('counts whom people may meet, and names those who may meet nobody or one person only', () => {
    fc.assert(
      fc.property(some, programme => {
        const { choices } = forecastOf(programme);
        for (const side of ['mentor', 'mentee'] as const) {
          const other = side === 'mentor' ? 'mentee' : 'mentor';
          const people: readonly Participant[] = programme.roster[`${side}s`];
          const partners: readonly Participant[] = programme.roster[`${other}s`];
          const pairs = eligiblePairs(programme).filter(pair => isOpen(pair[other], other, programme));
          const met = people.map(person => pairs.filter(pair => pair[side] === person).map(pair => pair[other]));
          const { none, one, few, many } = choices[side];
          expect(none).toEqual([...met.keys()].filter(index => met[index]?.length === 0));
          expect(one.map(({ person, partner }) => [person, partners[partner]])).toEqual(
            met.flatMap((all, index) => (all.length === 1 ? [[index, all[0]]] : [])),
          );
          expect([few, many]).toEqual([
            met.filter(({ length }) => length >= 2 && length <= 4).length,
            met.filter(({ length }) => length >= 5).length,
          ]);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test('tells why everybody goes without who may meet somebody', () => {
    fc.assert(
      fc.property(plain, programme => {
        const { most, bottlenecks } = forecastOf(programme);
        const pairs = eligiblePairs(programme);
        const barred = programme.roster.mentees.filter(mentee => !pairs.some(pair => pair.mentee === mentee)).length;
        const without = bottlenecks.reduce((sum, bottleneck) => sum + bottleneck.without, 0);
        expect(most.mentees + barred + without).toBe(programme.roster.mentees.length);
        for (const bottleneck of bottlenecks) {
          if (bottleneck.kind !== 'group') continue;
          const { group } = bottleneck;
          expect(leavers(group, programme)).toEqual([]);
          expect(group.mentees.length).toBeGreaterThan(group.slots);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test('says the most that trying everything finds', () => {
    fc.assert(
      fc.property(programmes({ mentors: 4, mentees: 4 }).map(withMenteesFirst).filter(canBeMatched), programme => {
        const best = bestByTrying(programme) ?? [];
        const { mentees, tandems } = forecastOf(programme).most;
        expect([mentees, tandems]).toEqual([best.slice(0, -1).reduce((a, b) => a + b, 0), best.at(-1)]);
      }),
      { numRuns: runs(300) },
    );
  });
});

/** Whether somebody could have a tandem as far as places and limits of 0 go. */
function isOpen(person: Mentor | Mentee, side: Side, { terms }: Programme): boolean {
  const isShut = terms.limits.some(
    limit => limit.side === side && limit.max === 0 && limit.countries.includes(person.country),
  );
  return !isShut && (!('capacity' in person) || person.capacity > 0);
}

/** Pairs by which a mentee of a group could leave it. */
function leavers({ mentees, mentors, limits }: Group, programme: Programme): Pair[] {
  const { roster, terms } = programme;
  const countries = limits.flatMap(limit => terms.limits[limit]?.countries ?? []);
  return eligiblePairs(programme).filter(
    ({ mentor, mentee }) =>
      mentees.includes(roster.mentees.indexOf(mentee)) &&
      !mentors.includes(roster.mentors.indexOf(mentor)) &&
      !countries.includes(mentor.country),
  );
}

describe('rmentor check', () => {
  const config = 'fixtures/bottlenecks/rmentor.config.json';
  const golden = (name: string) => `../../../fixtures/bottlenecks/expected/${name}`;

  test.each([
    ['check.txt', { verbose: true }, null, en],
    ['check-80-columns.txt', {}, 80, en],
    ['check-60-columns-de.txt', {}, 60, de],
    ['check-verbose-60-columns-de.txt', { verbose: true }, 60, de],
    ['check.json', { json: true }, null, en],
    ['check-person.txt', { person: 'Tea' }, 80, en],
    ['check-person.json', { person: 'hana@example.org', json: true }, null, en],
  ] as const)('prints %s', async (name, flags, outWidth, words) => {
    const said = await runCheck({ config, ...flags }, { outWidth, words });
    expect(said).toMatchObject({ exit: 0, err: '' });
    await expect(said.out).toMatchFileSnapshot(golden(name));
  });

  test('tells limits of several countries as one', () => {
    const people = roster(
      ['DE', 'FR'].map(country => mentor(country, { country, languages: ['a'], capacity: 2 })),
      ['e0', 'e1', 'e2'].map(id => mentee(id, { languages: ['a'] })),
    );
    const limits = ['DE', 'FR'].map(place => limit({ place, side: 'mentor', max: 1 }));
    const programme = { roster: people, terms: terms({ limits }) };
    const text = renderForecast(
      forecastOf(programme),
      people,
      programme.terms,
      { paint: PLAIN, width: null },
      en,
      true,
    );
    expect(text).toContain(
      '3 mentees (E0, E1 and E2) can only be paired with mentors in Germany and France, of whom at most 2 may be paired in all: 1 cannot be paired.',
    );
  });

  test.each([
    [config, en],
    [config, de],
    ['fixtures/without-data/rmentor.config.json', en],
    ['fixtures/without-data/rmentor.config.json', de],
    ['fixtures/explain/rmentor.config.json', en],
  ])('fits on a screen of 80 columns and 25 lines: %s', async (of, words) => {
    const { out } = await runCheck({ config: of }, { outWidth: 80, words });
    const lines = out.trimEnd().split('\n');
    expect(lines.filter(line => line.length > 80)).toEqual([]);
    expect(lines.length, out).toBeLessThanOrEqual(25);
  });

  test('shows all of it to who asks for more, none of it twice as long', async () => {
    const { out } = await runCheck({ config, verbose: true }, { outWidth: 80 });
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([]);
    expect(out).not.toContain('--verbose');
  });

  test('says whom a name may mean that several have, and who is near to one that nobody has', async () => {
    const several = await runCheck({ config, person: 'Ada Ben' });
    expect(several).toMatchObject({
      exit: 2,
      out: '',
      err: expect.stringContaining('E160  "Ada Ben" is not in the sheets'),
    });
    expect((await runCheck({ config, person: 'Adda' })).err).toContain('did you mean Ada Brandt');
    const many = await runCheck({ config, person: 'M' });
    expect(many).toMatchObject({ exit: 2, err: expect.stringMatching(/E161 {2}"M" could be .*Malte Kern/u) });
  });

  test('has nothing to test on somebody who withdrew', async () => {
    const folder = workFolder();
    cpSync('fixtures/bottlenecks', folder, { recursive: true });
    const sheet = readFileSync(join(folder, 'mentors.csv'), 'utf8').trimEnd().split('\n');
    const rows = sheet.map((row, index) => `${row},${['status', 'withdrawn'][index] ?? 'active'}`);
    writeFileSync(join(folder, 'mentors.csv'), rows.join('\n'));
    const call = () => runCheck({ config: join(folder, 'rmentor.config.json'), person: 'Ada' });
    expect((await troubleOf(call)).message).toBe('Ada Brandt withdrew');
  });

  test('tests the rules on both roles of somebody who is in both sheets', async () => {
    const folder = workFolder();
    cpSync('fixtures/bottlenecks', folder, { recursive: true });
    writeFileSync(
      join(folder, 'mentees.csv'),
      `${readFileSync(join(folder, 'mentees.csv'), 'utf8')}Ada Brandt,ada@example.org,IT,DE,English,podcasts\n`,
    );
    const { out } = await runCheck({ config: join(folder, 'rmentor.config.json'), person: 'Ada', json: true });
    const { people } = JSON.parse(out) as { people: { role: string; rules: { rule: string; rulesOut: number }[] }[] };
    expect(people.map(({ role }) => role)).toEqual(['mentor', 'mentee']);
    expect(people[1]?.rules[0]).toMatchObject({ rule: 'not-the-same-person', rulesOut: 1 });
  });

  test('says which demands clash, as match does', async () => {
    const inputs = sheetsIn('locks-beyond-limit', ['mentors', 'mentees', 'limits', 'pairs']);
    const checked = await runCheck(inputs);
    const matched = await runMatch({ ...inputs, out: join(workFolder(), 'run') });
    expect(checked).toMatchObject({ exit: 3, out: '' });
    expect(checked.err).toBe(matched.err);
  });

  test('tells problems of the sheets, and nothing else', async () => {
    const { exit, out, err } = await runCheck(sheetsIn('capacity-in-words', ['mentors', 'mentees']));
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('E012');
  });
});

const same = (text: string) => text;
const PLAIN = { bold: same, dim: same, good: same, bad: same, warn: same };

/** The flags that name the sheets of a case of fixtures/bad-inputs. */
function sheetsIn(name: string, roles: readonly Role[]): CheckFlags {
  return Object.fromEntries(roles.map(role => [role, `fixtures/bad-inputs/${name}/${role}.csv`]));
}
