import { LANGUAGES, type Language } from '../domain/language.ts';

/** What decides about the screen: known before the flags of a command are, because help and errors are said by it. */
export interface ScreenFlags {
  readonly language: Language;
  /** Whether colours are asked not to be. */
  readonly isPlain: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the flags about the screen, wherever they are in the call.
 * @param getLocale the language of the system, like de-DE; asked only where no variable names one, as on Windows
 */
export function readScreenFlags(
  args: readonly string[],
  environment: Environment,
  getLocale: () => string,
): ScreenFlags {
  const end = args.indexOf('--');
  const flags = end < 0 ? args : args.slice(0, end);
  return {
    language: findAskedLanguage(flags) ?? findSystemLanguage(environment, getLocale),
    isPlain: flags.includes('--no-color'),
  };
}

/** The last --lang counts, as of every flag. Languages that there are not are refused where flags are read. */
function findAskedLanguage(flags: readonly string[]): Language | undefined {
  const asked = flags.flatMap((flag, index) =>
    flag === '--lang' ? (flags[index + 1] ?? []) : flag.startsWith('--lang=') ? flag.slice('--lang='.length) : [],
  );
  return LANGUAGES.find(language => language === asked.at(-1));
}

/** POSIX: the first of these that is not empty counts; C, POSIX and languages that there are not are English. */
function findSystemLanguage(environment: Environment, getLocale: () => string): Language {
  const { LC_ALL: all, LC_MESSAGES: messages, LANG: usual } = environment;
  const [name] = (all || messages || usual || getLocale()).toLowerCase().split(/[-_.@]/u);
  return LANGUAGES.find(language => language === name) ?? 'en';
}

/** Whether a call says nothing but how the screen is to look: no command, and nothing that one could be about. */
export function isBareCall(args: readonly string[]): boolean {
  const isLanguage = (text: string | undefined) => LANGUAGES.some(language => language === text);
  return args.every((arg, at) => {
    if (arg === '--lang') return isLanguage(args[at + 1]);
    return (
      arg === '--no-color' || isLanguage(/^--lang=(.*)$/u.exec(arg)?.[1] ?? (args[at - 1] === '--lang' ? arg : ''))
    );
  });
}
