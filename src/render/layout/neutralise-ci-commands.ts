/**
 * What a CI system takes for a command to itself: `##[…]` (GitHub, Azure), `##vso[…]`, `##teamcity[…]`, the
 * markers of GitLab's sections, and GitHub's `::name …::`, or any `::` at the start of a line, before which
 * colours may stand. Sources: actions/runner ActionCommand.cs, microsoft/azure-pipelines-agent Command.cs,
 * the manuals of TeamCity and GitLab.
 */
const COMMANDS = /##[a-z]*(?=\[)|section_(?:start|end)(?=:)|:(?=:[a-z])|^(?:[^\S\r\n]|\u001b\[[\d;]*m)*:(?=:)/gimu;

/** A text for standard output or error that commands nothing: one blank is put into whatever would. */
export function neutraliseCommands(text: string): string {
  return /##|::|section_/iu.test(text) ? text.replace(COMMANDS, '$& ') : text;
}

/**
 * JSON for standard output. What would command a CI system or a terminal is written as escapes, so that whoever reads
 * the JSON has the very same texts.
 */
export function renderJson(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  // All of these stand in strings: in JSON itself there is neither # nor :: nor _.
  const still = json.replace(
    /[\p{Cf}\u2028\u2029\u007f-\u009f]|(?<=#)#|(?<=:):|(?<=section_(?:start|end)):/giu,
    escapeCharacter,
  );
  return `${still}\n`;
}

function escapeCharacter(character: string): string {
  return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map(unit => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}
