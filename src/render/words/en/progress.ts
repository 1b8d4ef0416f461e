import { formatCount } from './grammar.ts';

/** What takes more than a second. */
export const progress = {
  read: 'reading',
  compile: 'understanding the rules',
  candidates: 'looking for possible pairs',
  solve: 'pairing',
  price: 'comparing all pairs',
  prove: 'proving',
  explain: 'explaining',
  weigh: 'weighing changes',
  write: 'writing',
};

/** What was written besides the files of a run. */
export const written = {
  problems: (file: string, problems: number): string =>
    `Written to ${file}: ${problems === 0 ? 'no problems' : formatCount(problems, 'problem')}`,
  page: (file: string): string => `Written to ${file}. Open it in a browser.`,
  sample: (folder: string, files: readonly string[]): string =>
    `Written to ${folder}: ${files.join(', ')}. Next: rmentor match --config ${folder}/rmentor.config.json`,
  /** @param isKnown whether git said so; it may not have answered. */
  inGit: (folder: string, isKnown: boolean): string =>
    `${folder} is in a git work tree, and ${isKnown ? 'git does not ignore it' : 'git does not say whether it ignores it'}: the names in it could be committed. Add ${folder}/ to .gitignore, or write elsewhere.`,
  program: (path: string, isOpened: boolean): string =>
    `Written to ${path}${isOpened ? '. It opens in your browser; if it does not, open the file yourself.' : '. Open it with your browser.'}`,
  guesses: 'These columns are guesses. Check them before you paste the setting into the config:',
};
