import { check, checkPerson } from '../check.ts';
import { peopleCalled, type Someone } from '../domain/called.ts';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import type { Roster } from '../domain/roster.ts';
import { listed, shown } from '../domain/text.ts';
import type { Programme } from '../parse/programme.ts';
import { forecastText } from '../render/forecast.ts';
import { forecastJson } from '../render/forecast-json.ts';
import { personRulesJson, personRulesText } from '../render/person-rules.ts';
import { type InputFlags, readInputs } from './inputs.ts';
import { clashed } from './match.ts';
import type { Shell } from './shell.ts';
import { refused, type TellFlags, tell } from './tell.ts';

export interface CheckFlags extends InputFlags, TellFlags {
  /** Test the rules on this person, in place of the forecast. */
  readonly person?: string;
}

/** `rmentor check`: says before any matching what is possible at most, where the bottlenecks are, and what each rule costs. */
export async function checkCommand(flags: CheckFlags, shell: Shell): Promise<ExitCode> {
  const { places, programme, ...found } = await readInputs(flags, shell.watch);
  if (programme === null) return refused(found, flags, shell);
  await tell(found, flags, shell);
  if (flags.person !== undefined) return testPerson(flags.person, programme, flags, shell);
  const { roster, terms } = programme;
  const checked = check(roster, terms, shell.watch);
  if (checked.kind === 'clash') return clashed(checked.clash, programme, places, flags, shell);
  const layout = { paint: shell.outPaint, width: shell.outWidth };
  if (flags.json) shell.out(`${JSON.stringify(forecastJson(checked.forecast, roster, terms), null, 2)}\n`);
  else shell.out(forecastText(checked.forecast, roster, terms, layout));
  return EXIT.done;
}

function testPerson(name: string, { roster, terms }: Programme, { json }: CheckFlags, shell: Shell): ExitCode {
  const people = personCalled(name, roster).map(someone => checkPerson(someone, roster, terms));
  const layout = { paint: shell.outPaint, width: shell.outWidth };
  if (json) {
    const told = people.map(found => personRulesJson(found, roster));
    shell.out(`${JSON.stringify({ schemaVersion: 1, people: told }, null, 2)}\n`);
  } else shell.out(people.map(found => personRulesText(found, roster, layout)).join('\n'));
  return EXIT.done;
}

/** The one person that a name means, perhaps in both sheets. */
function personCalled(name: string, roster: Roster): readonly Someone[] {
  const found = peopleCalled(name, roster);
  if (found.length === 0) {
    throw new UserError(
      `${shown(name)} is nobody in the sheets`,
      EXIT.input,
      'give a name or a part of it, an id or an address',
    );
  }
  const addresses = [...new Set(found.map(({ person }) => person.email.toLowerCase()))];
  if (addresses.length === 1) return found;
  const who = found.map(({ person, side }) => `${person.name} (${side}, ${person.email})`);
  throw new UserError(
    `${shown(name)} may be ${found.length} people: ${listed(who)}`,
    EXIT.input,
    'give the whole name, the id or the address',
  );
}
