/** The program as a page: sheets are dropped, understood, corrected, paired, and a run is downloaded. */

import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { LANGUAGES, type Language } from '../../domain/language.ts';
import { isError } from '../../domain/problems.ts';
import type { ShownSheet, Validated } from '../engine/questions.ts';
import { STYLE } from '../report/assembled.ts';
import { AlikeCard } from './alike-card.tsx';
import { AnswerCards } from './answer-cards.tsx';
import { ColumnsCard } from './columns-card.tsx';
import { writeSettings } from './config-edits.ts';
import { FilesCard } from './files-card.tsx';
import { GoalsCard } from './goals-card.tsx';
import { LimitsCard } from './limits-card.tsx';
import { PointsCard, RulesCard } from './policy-card.tsx';
import { ProblemsCard } from './problems-card.tsx';
import { saveFile } from './save-file.ts';
import { Steps } from './steps.tsx';
import { numberProblems, type Told } from './told-problems.ts';
import { hasBoth, type PageActions, type PageState, useProgram } from './use-program.ts';
import { findLanguage, loadPageWords, type PageWords } from './words.ts';
import { WordsCard } from './words-card.tsx';

export async function showProgram(): Promise<void> {
  addReportStyle();
  const words = await loadPageWords(findLanguage());
  render(<Program first={words} />, document.getElementById('program')!);
}

/** The look of reports, before what the page has besides. */
function addReportStyle(): void {
  const style = document.createElement('style');
  style.textContent = STYLE;
  document.head.prepend(style);
}

function Program({ first }: { readonly first: PageWords }) {
  const [words, setWords] = useState(first);
  const [state, actions] = useProgram(words.language);
  const { page, language } = words;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = page.title;
  }, [language]);
  useLeaving(state.answer?.kind === 'matched' && state.saved === null);
  return (
    <>
      <a class="skip" href="#main">
        {page.skip}
      </a>
      <header class="top">
        <div class="wrap">
          <h1>{page.title}</h1>
          <p class="m s">{page.offline}</p>
          <LanguageChoice words={words} choose={async next => setWords(await loadPageWords(next))} />
        </div>
      </header>
      <Steps state={state} page={page} />
      <main class="wrap grid" id="main">
        <FilesCard state={state} actions={actions} words={words} />
        <Understood state={state} actions={actions} words={words} />
        <AnswerCards state={state} actions={actions} words={words} />
        <ActionBar state={state} actions={actions} words={words} />
      </main>
    </>
  );
}

/** Whoever leaves with a run that is not saved is asked. */
function useLeaving(isUnsaved: boolean): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    if (isUnsaved) addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}

interface LanguageProps {
  readonly words: PageWords;
  readonly choose: (language: Language) => void;
}

function LanguageChoice({ words: { page, language }, choose }: LanguageProps) {
  return (
    <label class="s">
      {page.language}{' '}
      <select
        value={language}
        onChange={({ currentTarget }) => choose(LANGUAGES.find(one => one === currentTarget.value) ?? language)}
      >
        {LANGUAGES.map(one => (
          <option key={one} value={one} lang={one}>
            {page.languages[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PageProps {
  readonly state: PageState;
  readonly actions: PageActions;
  readonly words: PageWords;
}

/** Drawn again only where what it shows has changed: not with each step of a progress. */
function Understood({ state: { read, settings, limits, config }, actions, words }: PageProps) {
  return useMemo(
    () => read && <Forms {...{ read, settings, limits, config, actions, words }} />,
    [read, settings, limits, config, words],
  );
}

interface FormsProps extends Pick<PageState, 'settings' | 'limits' | 'config'> {
  readonly read: Validated;
  readonly actions: PageActions;
  readonly words: PageWords;
}

function Forms({ read, settings, limits, config, actions, words }: FormsProps) {
  const { mappings, alike } = read.proposals;
  const { told, sheets, numbered } = useMemo(() => readTold(read), [read]);
  const { page } = words;
  const form = { settings, set: actions.set };
  return (
    <>
      {mappings.map(mapping => (
        <ColumnsCard
          key={mapping.role}
          mapping={mapping}
          mappings={mappings}
          sheet={read.sheets.find(({ role }) => role === mapping.role)}
          {...form}
          words={words}
        />
      ))}
      <WordsCard proposals={read.proposals} {...form} words={words} />
      <AlikeCard alike={alike} {...form} page={page} />
      <ProblemsCard problems={numbered} sheets={sheets} config={config} words={words} />
      {told.policy !== null && (
        <>
          <div class="half">
            <RulesCard policy={told.policy} problems={told.problems} {...form} words={words} />
            <LimitsCard
              read={read}
              limits={limits}
              setLimits={actions.setLimits}
              problems={told.problems}
              {...form}
              page={page}
            />
          </div>
          <div class="half">
            <PointsCard policy={told.policy} problems={told.problems} {...form} words={words} />
            <GoalsCard policy={told.policy} problems={told.problems} {...form} words={words} />
          </div>
        </>
      )}
    </>
  );
}

function readTold(read: Validated) {
  const told = JSON.parse(read.json) as Told;
  const sheets = listOnce(read.sheets);
  return { told, sheets, numbered: numberProblems(told.problems, sheets) };
}

/** A sheet of both sides was understood as each of them. */
function listOnce(sheets: readonly ShownSheet[]): readonly ShownSheet[] {
  return sheets.filter(({ file }, at) => sheets.findIndex(other => other.file === file) === at);
}

/** From here on the command line is faster, and a browser may run out of memory. */
const MANY_PEOPLE = 10_000;

function ActionBar({ state, actions, words }: PageProps) {
  const { page } = words;
  const { read, busy } = state;
  const told = useMemo(() => (read === null ? null : (JSON.parse(read.json) as Told)), [read]);
  const errors = told?.problems.filter(isError).length ?? 0;
  const isReady = hasBoth(state.sheets) && told?.ok === true && busy === null;
  const people = listOnce(read?.sheets ?? [])
    .filter(({ role }) => role === 'mentors' || role === 'mentees')
    .reduce((sum, { rows }) => sum + rows.length, 0);
  // Nothing to say and nothing to do.
  if (busy === null && !state.isRun && !hasBoth(state.sheets)) return null;
  return (
    <section class="card actions" aria-label={page.working} aria-busy={busy !== null}>
      {busy === null ? (
        <p role="status">
          {errors > 0 ? page.notReady(errors) : isReady ? page.ready : ''}
          {people > MANY_PEOPLE && ` ${page.large(people)}`}
        </p>
      ) : (
        <Progress state={state} actions={actions} words={words} />
      )}
      <Buttons state={state} actions={actions} words={words} isReady={isReady} />
    </section>
  );
}

function Buttons({ state, actions, words: { page }, isReady }: PageProps & { readonly isReady: boolean }) {
  const { settings } = state;
  const ask = (kind: 'check' | 'match') => () => {
    if (isReady) actions.ask(kind);
  };
  return (
    <div class="row">
      {state.isRun && (
        <button type="button" class="main" onClick={() => actions.ask('verify')}>
          {page.verify}
        </button>
      )}
      {Object.keys(settings).length > 0 && (
        <button
          type="button"
          id="save-config"
          onClick={() => saveFile('rmentor.config.json', writeSettings(settings), 'application/json')}
        >
          {page.saveConfig}
        </button>
      )}
      {hasBoth(state.sheets) && (
        <>
          <button type="button" id="check" aria-disabled={!isReady} onClick={ask('check')}>
            {page.check}
          </button>
          <button type="button" id="pair" class="main" aria-disabled={!isReady} onClick={ask('match')}>
            {page.pair}
          </button>
        </>
      )}
    </div>
  );
}

function Progress({ state: { busy }, actions, words: { page, program } }: PageProps) {
  if (busy === null) return null;
  const { kind, stage, done, total } = busy;
  const isReading = kind === 'sort' || kind === 'validate';
  return (
    <div class="row progress">
      <p role="status">{isReading ? page.reading : program.progress[stage]}</p>
      {total > 0 ? (
        <progress aria-label={page.working} value={done} max={total} />
      ) : (
        <progress aria-label={page.working} />
      )}
      <button type="button" onClick={actions.cancel}>
        {page.cancel}
      </button>
    </div>
  );
}
