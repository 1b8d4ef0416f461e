/** Written apart from the product: what a runner looks for in a line. Colours may stand before what begins it. */
const COMMANDS: readonly RegExp[] = [
  /##\[/u,
  /##[a-z]*\[/iu,
  /section_(?:start|end):/iu,
  /^(?:\s|\u001b\[[\d;]*m)*::/u,
  /::[a-z]/iu,
];

/** The lines of a text that some CI system would take for a command. */
export function commandsIn(text: string): string[] {
  return text.split(/[\r\n]/u).filter(line => COMMANDS.some(command => command.test(line)));
}
