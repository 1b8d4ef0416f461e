import type { Letter, LetterTandem } from '../../domain/letter.ts';
import { formatMarkedLines, wrapText } from '../layout/lines.ts';
import { type Layout, renderSections, type TextSection } from '../layout/sections.ts';
import type { Words } from '../words/en/index.ts';
import {
  describeChoice,
  describeLetterPoints,
  describeLetterRules,
  describeOpenRules,
  describeOwnData,
  describeWhy,
} from '../words/letter.ts';
import { formatBullets, makeListSection, numberLines } from '../words/rules.ts';

/** The answer to "why?" as a text that may be handed to the person. */
export function renderLetter(letter: Letter, words: Words, layout: Layout): string {
  const say = words.letter;
  const list = makeListSection(layout);
  const wrap = (lines: readonly string[]) => lines.map(line => wrapText(line, layout.width, 2));
  const own = describeOwnData(letter, words);
  const choice = describeChoice(letter, words);
  const rules = describeOpenRules(letter, words);
  const why = describeWhy(letter, words);
  return renderSections(
    [
      [
        words.person.head(letter.name, letter.id, words.pair.role(letter.side, [])),
        [wrapText(say.intro, layout.width, 2)],
      ],
      ...letter.tandems.map((tandem, at) => buildTandemSection(tandem, at, letter, words, layout)),
      [letter.tandems.length === 0 ? say.whyHead : '', wrap(why)],
      [choice.head, wrap(choice.lines)],
      list(words.rules.mustHead, rules.musts),
      list(words.rules.preferHead, rules.preferences),
      [words.rules.levelsHead, numberLines(rules.levels, layout)],
      list(say.noDataHead, rules.open),
      [say.ownHead, [...formatBullets(own.cells, layout), ...wrap(own.notes)]],
      [say.afterHead, wrap(say.after)],
    ],
    layout,
  );
}

function buildTandemSection(
  tandem: LetterTandem,
  at: number,
  { tandems }: Letter,
  words: Words,
  { width }: Layout,
): TextSection {
  const say = words.letter;
  const points = describeLetterPoints(tandem, words);
  return [
    say.tandemHead(at + 1, tandems.length),
    [
      wrapText(tandem.decision === null ? say.proposed : say.decisions[tandem.decision], width, 2),
      ...describeLetterRules(tandem, words).map(line => wrapText(line, width, 2)),
      wrapText(points.length === 0 ? say.noPoints : say.pointsHead, width, 2),
      ...formatMarkedLines(points, width),
    ],
  ];
}
