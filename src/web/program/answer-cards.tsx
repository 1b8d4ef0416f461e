/** What the engine answered: a forecast, tandems, demands that clash, a verdict, or what went wrong. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { isError } from '../../domain/problems.ts';
import type { EngineAnswer, Matched } from '../engine/questions.ts';
import { Overview } from '../report/overview.tsx';
import { Review } from '../report/review.tsx';
import type { MatchAgain } from '../report/review-desk.ts';
import { RulesView } from '../report/rules.tsx';
import { TandemTable, WithoutTable } from '../report/tables.tsx';
import { CompareRunsCard } from './compare-runs-card.tsx';
import { saveFile } from './save-file.ts';
import { canSaveIntoFolder, type FolderEnd, saveIntoFolder } from './save-into-folder.ts';
import { StepHead, type StepName } from './steps.tsx';
import { beginLarge, type Told } from './told-problems.ts';
import type { PageActions, PageState } from './use-program.ts';
import type { PageWords } from './words.ts';

interface CardsProps {
  readonly state: PageState;
  readonly actions: PageActions;
  readonly words: PageWords;
}

export function AnswerCards({ state, actions, words: { page } }: CardsProps) {
  const { answer, fault } = state;
  useEffect(() => leadTo(answer ?? fault), [answer, fault]);
  // Not drawn again with each step of a progress.
  const result = useMemo(
    () => drawResult(state, actions, page),
    [answer, fault, state.refusal, state.saved, state.busy === null, page],
  );
  if (answer?.kind === 'matched') return result;
  if (fault !== null) return <TextCard {...tellFault(fault, page)} />;
  return answer === null ? null : <AnswerCard answer={answer} page={page} />;
}

/** Whoever asked is led to the answer. */
function leadTo(answer: object | null): void {
  const card = answer === null ? null : document.getElementById('answer');
  card?.scrollIntoView({ block: 'start' });
  card?.focus({ preventScroll: true });
}

function drawResult(state: PageState, actions: PageActions, page: PageWords['page']) {
  const { answer, rounds } = state;
  if (answer?.kind !== 'matched') return null;
  const key = `${rounds.length} ${answer.zip.length}`;
  return <Result key={key} answer={answer} state={state} actions={actions} page={page} />;
}

function tellFault(fault: NonNullable<PageState['fault']>, page: PageWords['page']): CardText {
  return { head: page.troubleHead, text: fault.isSilent ? page.silent : page.failed(fault.message), isBad: true };
}

interface AnswerProps {
  readonly answer: Exclude<EngineAnswer, Matched>;
  readonly page: PageWords['page'];
}

function AnswerCard({ answer, page }: AnswerProps) {
  const told = tellAnswer(answer, page);
  return told === null ? null : <TextCard {...told} />;
}

function tellAnswer(answer: AnswerProps['answer'], page: PageWords['page']): CardText | null {
  switch (answer.kind) {
    case 'checked':
      return { head: page.forecastHead, text: answer.text, isTable: true, step: 'pair' };
    case 'clash':
      return { head: page.clashHead, text: answer.text, isBad: true };
    case 'judged':
      return { head: page.verifyHead, text: answer.text };
    case 'trouble':
      return { head: page.troubleHead, text: [answer.message, answer.hint ?? ''].join('\n'), isBad: true };
    case 'refused':
      return { head: page.troubleHead, text: listErrors(answer.json), isBad: true };
    case 'sorted':
    case 'validated':
      return null;
  }
}

function listErrors(json: string): string {
  const { problems } = JSON.parse(json) as Told;
  const texts = problems.filter(isError).map(({ message, hint }) => [message, hint ?? ''].map(beginLarge).join('\n'));
  return texts.join('\n');
}

interface CardText {
  readonly head: string;
  readonly text: string;
  readonly isBad?: boolean;
  readonly step?: StepName;
  /** Whether lines are made of columns. */
  readonly isTable?: boolean;
}

interface TextCardProps extends CardText {
  readonly id?: string;
}

/** What the command line would say, as it says it. */
function TextCard({ head, text, step, isBad = false, isTable = false, id = 'answer' }: TextCardProps) {
  return (
    <section class={isBad ? 'card trouble' : 'card'} id={id} tabIndex={-1} aria-labelledby={`${id}-head`}>
      <StepHead step={step} id={`${id}-head`}>
        {head}
      </StepHead>
      <section class={isTable ? 'said table' : 'said'} aria-label={head} {...(isTable && { tabIndex: 0 })}>
        {text.trim()}
      </section>
    </section>
  );
}

interface ResultProps {
  readonly answer: Matched;
  readonly state: PageState;
  readonly actions: PageActions;
  readonly page: PageWords['page'];
}

function Result(props: ResultProps) {
  const { answer, state, actions, page } = props;
  const { saved, rounds, decided } = state;
  const before = rounds.at(-1)?.answer;
  return (
    <div class="result">
      <SaveCard answer={answer} saved={saved} noteSaved={actions.noteSaved} page={page} />
      {before !== undefined && (
        <CompareRunsCard before={before} now={answer} decided={decided} goBack={actions.goBack} page={page} />
      )}
      <Parts {...props} />
    </div>
  );
}

/** The parts of the report, one after the other. */
function Parts(props: ResultProps) {
  const { report } = props.answer;
  const { tabs, data, tandemsHead, withoutHead, rules, proof } = report;
  const parts = [
    <Part key="overview" id="overview" head={tabs.overview}>
      <Overview contents={report} />
    </Part>,
    <ReviewPart key="review" {...props} />,
    <Part key="tandems" id="tandem-part" head={tandemsHead}>
      <div class="card">
        <TandemTable {...data} />
      </div>
    </Part>,
    <Part key="without" id="without-part" head={withoutHead}>
      <div class="card">
        <WithoutTable {...data} />
      </div>
    </Part>,
    <Part key="rules" id="rules-part" head={tabs.rules}>
      <RulesView rules={rules} proof={proof} />
    </Part>,
  ];
  return <>{parts.slice(0, useSteps(parts.length))}</>;
}

/** How many steps are taken; between two the page answers whoever uses it. Everything at once would take it a while. */
function useSteps(all: number): number {
  const [taken, take] = useState(0);
  useEffect(() => wait(() => take(Math.min(all, taken + 1))), [taken]);
  return taken;
}

const FRAME_MS = 16;

function wait(act: () => void): () => void {
  const timer = setTimeout(act, FRAME_MS);
  return () => clearTimeout(timer);
}

const ZIP_NAME = 'rmentor-run.zip';

interface SaveProps {
  readonly answer: Matched;
  readonly saved: string | null;
  readonly noteSaved: PageActions['noteSaved'];
  readonly page: PageWords['page'];
}

/** Nothing is stored: a run is kept by a download, or in a folder where the browser can. */
function SaveCard({ answer: { zip, run, isWithoutWorkbook }, saved, noteSaved, page }: SaveProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const download = () => {
    saveFile(ZIP_NAME, zip, 'application/zip');
    setTrouble(null);
    noteSaved(page.saved(ZIP_NAME));
  };
  const saveInto = async () => {
    const end = await saveIntoFolder(run);
    setTrouble(sayFolderTrouble(end, page));
    if (end.kind === 'saved') noteSaved(page.savedInto(end.folder));
  };
  return (
    <section class="card" id="answer" tabIndex={-1} aria-labelledby="answer-head">
      <StepHead step="pair" id="answer-head">
        {page.resultHead}
      </StepHead>
      <p class="lead">{page.resultLead}</p>
      <div class="row">
        <button type="button" class="main" onClick={download}>
          {page.download}
        </button>
        {canSaveIntoFolder() && (
          <button type="button" id="save-into" onClick={saveInto}>
            {page.intoFolder}
          </button>
        )}
        <p role="status">{trouble ?? saved ?? page.unsaved}</p>
      </div>
      <p class="m s">{page.downloadLead}</p>
      {isWithoutWorkbook && <p class="m s">{page.noWorkbook}</p>}
    </section>
  );
}

function sayFolderTrouble(end: FolderEnd, page: PageWords['page']): string | null {
  switch (end.kind) {
    case 'saved':
      return null;
    case 'not-chosen':
      return page.notSaved;
    case 'failed':
      return page.saveFailed(end.left);
  }
}

/** The review of the run, which can be matched again with what is decided in it. */
function ReviewPart({ answer, state, actions, page }: ResultProps) {
  const { data, reviewHead, tooMany } = answer.report;
  const { refusal, fault, busy, desk } = state;
  const again: MatchAgain = {
    ...{ first: desk, hear: actions.hear, label: page.again, isBusy: busy !== null },
    match: () => {
      if (busy === null) actions.matchAgain();
    },
  };
  const why = fault === null ? tellRefusal(refusal, page) : tellFault(fault, page);
  return (
    <Part id="review-part" head={reviewHead}>
      {data.review === null && <p class="card nobody">{tooMany}</p>}
      {data.review !== null && data.tandems.length > 0 && <Review data={data} review={data.review} again={again} />}
      {why !== null && <TextCard {...why} id="refusal" />}
    </Part>
  );
}

function tellRefusal(refusal: AnswerProps['answer'] | null, page: PageWords['page']): CardText | null {
  const told = refusal === null ? null : tellAnswer(refusal, page);
  return told && { ...told, text: `${page.againRefused}\n${told.text}` };
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
