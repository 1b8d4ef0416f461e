import { expect, test } from 'vitest';
import type { ChangeReason, ExplainedChange } from '../../../src/domain/tandem-changes.ts';
import { renderChangesMarkdown } from '../../../src/render/run/changes-page.ts';
import { omitNames } from '../../../src/render/words/changes-without-names.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { mentee, mentor, policy, roster, rule, terms } from '../../support/rosters.ts';

const people = roster(
  [
    mentor('m1', { name: 'Ada Brandt', row: 2 }),
    mentor('ben@example.org', { name: 'Ben Orth', email: 'ben@example.org', row: 7 }),
  ],
  [
    mentee('e1', { name: 'Eva Lind', row: 2 }),
    mentee('uwe@example.org', { name: 'Uwe Stein', email: 'uwe@example.org', row: 9 }),
  ],
);
const gone = { id: 'old@example.org', name: 'Old Hand', email: 'old@example.org' };
const [ada, ben] = people.mentors;
const [eva, uwe] = people.mentees;

/** Every reason that there is, about people who are known by ids, by addresses, and gone. */
const REASONS: Readonly<Record<ChangeReason['kind'], ChangeReason>> = {
  left: { kind: 'left', who: { mentor: 'not-there', mentee: 'withdrew' } },
  declined: { kind: 'declined', remark: 'Ada Brandt was rude' },
  rule: { kind: 'rule', bars: ['not-vetoed', 'banned-pair', 'overlap-languages'] },
  slots: { kind: 'slots', side: 'mentor', slots: 2 },
  limit: { kind: 'limit', limit: 0 },
  released: { kind: 'released' },
  'no-room': { kind: 'no-room' },
  moved: { kind: 'moved', mentees: [0, 1], mentors: [0, 1], keeping: null },
  forced: { kind: 'forced', remark: 'Uwe Stein asked' },
  continued: { kind: 'continued' },
  'first-mentor': { kind: 'first-mentor', slotOf: [uwe!, gone] },
  'one-more': { kind: 'one-more', slotOf: [uwe!] },
  'other-mentor': { kind: 'other-mentor', slotOf: [eva!], insteadOf: [ben!, gone] },
  points: { kind: 'points' },
  stays: { kind: 'stays' },
};

const KINDS = ['ended', 'declined', 'new'] as const;

test.each([en, de])('a comment names nobody, holds no note and no address, and tells no veto from a ban', words => {
  const must = [rule({ rule: 'not-vetoed' }), rule({ name: 'overlap-languages', rule: 'overlap', field: 'languages' })];
  const limits = [{ place: 'DE', countries: ['DE'], side: 'mentee' as const, min: 0, max: 1, row: 2 }];
  const changes = Object.values(REASONS).flatMap((why, at) =>
    [[ada!, eva!] as const, [ben!, uwe!] as const, [gone, gone] as const].map(
      ([one, other]): ExplainedChange => ({
        ...{ kind: KINDS[at % 3]!, mentor: one, mentee: other, pair: null, earlier: null, why, score: 1000 },
        tell: { mentor: 'yes', mentee: 'left' },
      }),
    ),
  );
  const telling = { roster: people, terms: terms({ policy: policy({ must }), limits }), words };
  const told = { changes, telling, old: 'old', run: 'new' };
  const text = renderChangesMarkdown(omitNames(told));
  expect(text).not.toMatch(/Ada|Brandt|Ben |Orth|Eva |Lind|Uwe|Stein|Old Hand|@|rude|asked/u);
  expect(text).not.toContain(words.rules.cause(must[0]!));
  expect(text).not.toContain(words.bars.noted['banned-pair'].cause);
  for (const part of [
    'm1',
    'e1',
    words.bars.keptApart,
    words.changes.unnamed('mentor', 7),
    words.changes.unnamed('mentee', null),
  ])
    expect(text).toContain(part);
  expect(renderChangesMarkdown(told)).toMatch(/Ada Brandt/u);
});
