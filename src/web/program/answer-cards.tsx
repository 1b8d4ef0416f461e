/** What the engine answered: a forecast, tandems, demands that clash, a verdict, or what went wrong. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { EngineAnswer } from '../engine/questions.ts';
import { Overview } from '../report/overview.tsx';
import { RulesView } from '../report/rules.tsx';
import { TandemTable, WithoutTable } from '../report/tables.tsx';
import { saveFile } from './save-file.ts';
import type { Matched, PageActions, PageState } from './use-program.ts';
import type { PageWords } from './words.ts';

interface CardsProps {
  readonly state: PageState;
  readonly actions: PageActions;
  readonly words: PageWords;
}

export function AnswerCards({ state: { answer, fault, saved }, actions, words }: CardsProps) {
  const { page } = words;
  // Whoever asked is led to the answer.
  useEffect(() => {
    const card = answer === null && fault === null ? null : document.getElementById('answer');
    card?.scrollIntoView({ block: 'start' });
    card?.focus({ preventScroll: true });
  }, [answer, fault]);
  if (fault !== null) {
    return <TextCard head={page.troubleHead} text={fault.isSilent ? page.silent : page.failed(fault.message)} isBad />;
  }
  if (answer === null) return null;
  return <AnswerCard answer={answer} saved={saved} actions={actions} words={words} />;
}

interface AnswerProps {
  readonly answer: EngineAnswer;
  readonly saved: string | null;
  readonly actions: PageActions;
  readonly words: PageWords;
}

function AnswerCard({ answer, saved, actions, words }: AnswerProps) {
  const { page } = words;
  switch (answer.kind) {
    case 'matched':
      return <Result answer={answer} saved={saved} noteSaved={actions.noteSaved} words={words} />;
    case 'checked':
      return <TextCard head={page.forecastHead} text={answer.text} isTable />;
    case 'clash':
      return <TextCard head={page.clashHead} text={answer.text} isBad />;
    case 'judged':
      return <TextCard head={page.verifyHead} text={answer.text} />;
    case 'trouble':
      return <TextCard head={page.troubleHead} text={[answer.message, answer.hint ?? ''].join('\n')} isBad />;
    case 'refused':
    case 'sorted':
    case 'validated':
      return null;
  }
}

interface TextProps {
  readonly head: string;
  readonly text: string;
  readonly isBad?: boolean;
  /** Whether lines are made of columns. */
  readonly isTable?: boolean;
}

/** What the command line would say, as it says it. */
function TextCard({ head, text, isBad = false, isTable = false }: TextProps) {
  return (
    <section class={isBad ? 'card trouble' : 'card'} id="answer" tabIndex={-1} aria-labelledby="answer-head">
      <h2 id="answer-head">{head}</h2>
      <section class={isTable ? 'said table' : 'said'} aria-label={head} {...(isTable && { tabIndex: 0 })}>
        {text.trim()}
      </section>
    </section>
  );
}

interface ResultProps {
  readonly answer: Matched;
  readonly saved: string | null;
  readonly noteSaved: PageActions['noteSaved'];
  readonly words: PageWords;
}

const ZIP_NAME = 'rmentor-run.zip';

function Result({ answer: { zip, report }, saved, noteSaved, words: { page } }: ResultProps) {
  const { tabs, data, tandemsHead, withoutHead, rules, proof } = report;
  return (
    <div class="result">
      <section class="card" id="answer" tabIndex={-1} aria-labelledby="answer-head">
        <h2 id="answer-head">{page.resultHead}</h2>
        <p class="lead">{page.resultLead}</p>
        <div class="row">
          <button
            type="button"
            class="main"
            onClick={() => {
              saveFile(ZIP_NAME, zip, 'application/zip');
              noteSaved(ZIP_NAME);
            }}
          >
            {page.download}
          </button>
          <p role="status">{saved === null ? page.unsaved : page.saved(saved)}</p>
        </div>
        <p class="m s">{page.downloadLead}</p>
      </section>
      <Part id="overview" head={tabs.overview}>
        <Overview contents={report} />
      </Part>
      <Part id="tandem-part" head={tandemsHead}>
        <div class="card">
          <TandemTable {...data} />
        </div>
      </Part>
      <Part id="without-part" head={withoutHead}>
        <div class="card">
          <WithoutTable {...data} />
        </div>
      </Part>
      <Part id="rules-part" head={tabs.rules}>
        <RulesView rules={rules} proof={proof} />
      </Part>
    </div>
  );
}

interface ResultPartProps {
  readonly id: string;
  readonly head: string;
  readonly children: ComponentChildren;
}

function Part({ id, head, children }: ResultPartProps) {
  return (
    <section class="view shown" aria-labelledby={id}>
      <h2 class="view-head" id={id}>
        {head}
      </h2>
      {children}
    </section>
  );
}
