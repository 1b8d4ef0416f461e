/** What counts, and in which order: goals, each with its sentence, that can be moved, taken out and put in. */
import { LEVELS, WEIGHED } from '../../domain/objective-level-table.ts';
import { getLevelName, type Policy } from '../../domain/policy.ts';
import { findLevelWords } from '../../render/words/levels.ts';
import type { ToldProblem } from '../../render/words/problem.ts';
import { type PageSettings, setObjective } from './config-edits.ts';
import { ChoiceField, FieldProblems } from './fields.tsx';
import { StepHead } from './steps.tsx';
import { findFieldProblems } from './told-problems.ts';
import { CONFIG_NAME } from './use-program.ts';
import type { PageWords } from './words.ts';

interface OrderCardProps {
  readonly policy: Policy;
  readonly settings: PageSettings;
  readonly set: (settings: PageSettings) => void;
  readonly problems: readonly ToldProblem[];
  readonly words: PageWords;
}

export function GoalsCard({ policy, settings, set, problems, words }: OrderCardProps) {
  const { page } = words;
  const names = settings.objective ?? listNames(policy);
  const all = [...LEVELS, ...policy.prefer.map(({ name }) => name)];
  const absent = all.filter(name => !names.includes(name));
  const choose = (next: readonly string[] | null) => set(setObjective(settings, next));
  return (
    <section class="card" aria-labelledby="order-head">
      <StepHead step="rules" id="order-head">
        {page.orderHead}
      </StepHead>
      <p class="lead">{page.orderLead}</p>
      <ChoiceField
        label={page.orderPreset}
        value={findReadyOrder(settings, policy)}
        choices={READY.map(name => [name, page.orders[name]])}
        take={name => choose(getReadyOrder(READY.find(one => one === name) ?? 'usual', policy) ?? null)}
      />
      <ol class="order">
        {names.map((name, at) => (
          <Goal
            key={name}
            name={name}
            sentence={sayGoal(name, policy, words)}
            move={by => choose(moveName(names, at, by))}
            remove={names.length > 1 ? () => choose(names.filter(other => other !== name)) : null}
            isFirst={at === 0}
            isLast={at === names.length - 1}
            problems={findFieldProblems(problems, { file: CONFIG_NAME, column: `objective[${at}]` })}
            page={page}
          />
        ))}
      </ol>
      {absent.length > 0 && <h3 class="apart">{page.notCounted}</h3>}
      <ul class="order">
        {absent.map(name => (
          <li key={name} class="row">
            <span>{sayGoal(name, policy, words)}</span>
            <button type="button" aria-label={page.sayAdd(name)} onClick={() => choose([...names, name])}>
              {page.add}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Points that a change must bring stand in the config by themselves: there, the level that weighs them is two. */
function listNames({ objective }: Policy): readonly string[] {
  return objective.map(getLevelName).flatMap(name => (name === WEIGHED ? ['kept', 'score'] : [name]));
}

function sayGoal(name: string, { prefer }: Policy, { program }: PageWords): string {
  const rule = prefer.find(preference => preference.name === name);
  return rule === undefined ? findLevelWords(name, program).goal : program.rules.tandemsWith(rule);
}

function moveName(names: readonly string[], at: number, by: number): readonly string[] {
  return names.toSpliced(at, 1).toSpliced(at + by, 0, names[at]!);
}

/** Orders to begin with; "own" is any other one. */
const READY = ['usual', 'weakest', 'mentors', 'own'] as const;

/** undefined for the preset's, which no setting says. */
function getReadyOrder(ready: (typeof READY)[number], policy: Policy): readonly string[] | undefined {
  switch (ready) {
    case 'usual':
      return undefined;
    case 'weakest':
      return ['mentees', 'tandems', 'worst', 'score', 'balance'];
    case 'mentors':
      return ['mentees', 'mentors', 'tandems', 'score', 'balance'];
    case 'own':
      return listNames(policy);
  }
}

function findReadyOrder({ objective }: PageSettings, policy: Policy): (typeof READY)[number] {
  if (objective === undefined) return 'usual';
  const asked = objective.join();
  return READY.find(ready => ready !== 'own' && getReadyOrder(ready, policy)?.join() === asked) ?? 'own';
}

interface GoalProps {
  readonly name: string;
  readonly sentence: string;
  readonly move: (by: number) => void;
  readonly remove: (() => void) | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly problems: readonly ToldProblem[];
  readonly page: PageWords['page'];
}

function Goal({ name, sentence, move, remove, isFirst, isLast, problems, page }: GoalProps) {
  return (
    <li>
      <span class="row">
        <span>{sentence}</span>
        <button
          type="button"
          aria-label={page.sayUp(name)}
          aria-disabled={isFirst}
          onClick={() => !isFirst && move(-1)}
        >
          ↑
        </button>
        <button type="button" aria-label={page.sayDown(name)} aria-disabled={isLast} onClick={() => !isLast && move(1)}>
          ↓
        </button>
        {remove !== null && (
          <button type="button" aria-label={page.sayRemove(name)} onClick={remove}>
            {page.remove}
          </button>
        )}
      </span>
      <FieldProblems id={`goal-${name}`} problems={problems} />
    </li>
  );
}
