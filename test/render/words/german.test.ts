import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateCommand } from '../../../src/commands/validate.ts';
import { UserError } from '../../../src/domain/errors.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { listening } from '../../support/run.ts';

const FOLDER = 'fixtures/bad-inputs';

/** Words that stand in nearly every English sentence, and in no German one. */
const ENGLISH =
  /\b(?:the|is|are|and|not|of|with|this|that|these|write|names|has|have|there|which|row|rows|it|or|to|be|by)\b/u;

/** Sheets that have something wrong with them. */
const SHEETS = readdirSync(FOLDER).filter(name =>
  ['mentors.csv', 'mentees.csv'].every(file => existsSync(join(FOLDER, name, file))),
);

async function validateInGerman(name: string): Promise<string> {
  const at = (file: string) => (existsSync(join(FOLDER, name, file)) ? join(FOLDER, name, file) : undefined);
  const files = {
    mentors: at('mentors.csv'),
    mentees: at('mentees.csv'),
    limits: at('limits.csv'),
    pairs: at('pairs.csv'),
  };
  const flags = Object.fromEntries(Object.entries(files).filter(([, file]) => file !== undefined));
  const config = at('rmentor.config.json');
  try {
    const { err } = await listening(shell => validateCommand(config === undefined ? flags : { config }, shell), {
      words: de,
    });
    return err;
  } catch (error) {
    if (error instanceof UserError) return '';
    throw error;
  }
}

/** Without what people or programs wrote: quotes, code, paths, codes, names of settings, and what stands in JSON. */
function keepProse(text: string): string {
  const written = /„[^“]*“|"[^"]*"|\{[^}]*\}|\S*\/\S*|\b[EW]\d{3}\b|\w+-[\w-]+|bekannt sind:[^)]*|kein JSON: [^(]*/gu;
  return text.replaceAll(written, '');
}

describe('what is wrong with sheets is said in German', () => {
  test('there is enough to say', () => expect(SHEETS.length).toBeGreaterThan(100));

  test.each(SHEETS)('%s', async name => {
    for (const line of keepProse(await validateInGerman(name)).split('\n')) expect(line).not.toMatch(ENGLISH);
  });
});
