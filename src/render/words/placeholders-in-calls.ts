import type { Words } from './en/index.ts';

/** What stands for a value in the help and in calls to copy: FILE for "file". */
export function nameValue(name: string, { values }: Words['help']): string {
  return values[name as keyof typeof values] ?? name.toUpperCase();
}

/** The same for each value in a call: "rmentor explain <who>". */
export function nameValues(call: string, help: Words['help']): string {
  return call.replace(/<([^<>]+)>/gu, (_, name: string) => nameValue(name, help));
}
