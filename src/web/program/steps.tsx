/** The way through the page: its steps, how far each is, and the heads of the cards that belong to them. */
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { isError } from '../../domain/problems.ts';
import type { Validated } from '../engine/questions.ts';
import type { Told } from './told-problems.ts';
import { hasBoth, type PageState } from './use-program.ts';
import type { PageWords } from './words.ts';

const STEPS = ['sheets', 'columns', 'problems', 'rules', 'pair'] as const;

export type StepName = (typeof STEPS)[number];

interface StepHeadProps {
  /** undefined where it is of none. */
  readonly step: StepName | undefined;
  readonly id: string;
  readonly children: ComponentChildren;
}

/** The head of a card, with the number of its step. */
export function StepHead({ step, id, children }: StepHeadProps) {
  return (
    <h2 id={id}>
      {step !== undefined && `${STEPS.indexOf(step) + 1}. `}
      {children}
    </h2>
  );
}

interface StepsProps {
  readonly state: PageState;
  readonly page: PageWords['page'];
}

/** Links to the steps; one that has no card yet is only named. A finished run that is checked takes none of them. */
export function Steps({ state, page }: StepsProps) {
  const { read } = state;
  const found = useMemo(() => read && readProgress(read), [read]);
  if (state.isRun && !hasBoth(state.sheets)) return null;
  const steps = findSteps(state, found);
  const current = STEPS.find(step => steps[step].stops);
  return (
    <nav class="steps" aria-label={page.steps}>
      <ol class="wrap">
        {STEPS.map((name, at) => (
          <li key={name} class={name === current ? 'now' : ''}>
            <StepLink name={name} number={at + 1} isCurrent={name === current} step={steps[name]} page={page} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** How far the sheets are understood. */
interface ReadProgress {
  readonly guesses: number;
  readonly errors: number;
  readonly hasPolicy: boolean;
  /** The first card of what is to be answered or mended. */
  readonly firstProblem: string;
}

function readProgress({ json, proposals: { mappings, words, levels, alike } }: Validated): ReadProgress {
  const { problems, policy } = JSON.parse(json) as Told;
  const asked = words.length + levels.length > 0 ? 'words-head' : alike.length > 0 ? 'alike-head' : 'problems-head';
  return {
    guesses: mappings.reduce((sum, { columns }) => sum + columns.filter(({ isGuess }) => isGuess).length, 0),
    errors: problems.filter(isError).length,
    hasPolicy: policy !== null,
    firstProblem: asked,
  };
}

interface StepState {
  readonly isDone: boolean;
  /** Whether what comes after it waits for it. */
  readonly stops: boolean;
  /** How many guesses or errors are left. */
  readonly left: number;
  /** The id of its card; null while there is none. */
  readonly card: string | null;
}

/** The first step that stops is the current one. Guesses stop nothing: whoever does not take one leaves it. */
function findSteps(state: PageState, found: ReadProgress | null): Readonly<Record<StepName, StepState>> {
  const { sheets, answer, fault } = state;
  const isComplete = hasBoth(sheets);
  const isPaired = answer?.kind === 'matched';
  const hasAnswer = answer !== null || fault !== null;
  const { guesses = 0, errors = 0, hasPolicy = false, firstProblem = null } = found ?? {};
  return {
    sheets: { isDone: isComplete, stops: !isComplete, left: 0, card: 'sheets-head' },
    columns: {
      isDone: found !== null && guesses === 0,
      stops: false,
      left: guesses,
      card: found && 'columns-mentors',
    },
    problems: { isDone: found !== null && errors === 0, stops: errors > 0, left: errors, card: firstProblem },
    rules: {
      isDone: isPaired || answer?.kind === 'checked',
      stops: false,
      left: 0,
      card: hasPolicy ? 'policy-head' : null,
    },
    pair: { isDone: isPaired, stops: !isPaired, left: 0, card: hasAnswer ? 'answer' : isComplete ? 'pair' : null },
  };
}

interface LinkProps {
  readonly name: StepName;
  readonly number: number;
  readonly isCurrent: boolean;
  readonly step: StepState;
  readonly page: PageWords['page'];
}

function StepLink({ name, number, isCurrent, step: { isDone, left, card }, page }: LinkProps) {
  const said = (
    <>
      <span class="no" aria-hidden="true">
        {isDone ? '✓' : number}
      </span>
      <span>
        <span class="vh">{number}. </span>
        {page.stepNames[name]}
        {left > 0 && `: ${name === 'columns' ? page.sayGuesses(left) : page.sayLeft(left)}`}
        {isDone && <span class="vh"> ({page.stepDone})</span>}
      </span>
    </>
  );
  const marks = isCurrent ? { 'aria-current': 'step' as const } : {};
  if (card === null) return <span {...marks}>{said}</span>;
  return (
    <a href={`#${card}`} {...marks}>
      {said}
    </a>
  );
}
