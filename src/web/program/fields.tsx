/** Fields of the forms: a choice, a number, a text, each with what is wrong with it. */
import type { ToldProblem } from '../../render/words/problem.ts';
import { beginLarge } from './told-problems.ts';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, name: string])[];
  readonly take: (value: string) => void;
}

export function ChoiceField({ label, value, choices, take }: ChoiceProps) {
  return (
    <label class="field">
      {label}
      <select value={value} onChange={({ currentTarget }) => take(currentTarget.value)}>
        {choices.map(([name, shown]) => (
          <option key={name} value={name}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}

interface NumberProps {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly take: (value: number) => void;
  readonly problems: readonly ToldProblem[];
  readonly unit?: string;
}

export function NumberField({ id, label, value, take, problems, unit = '' }: NumberProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <span class="row">
        <input
          id={id}
          type="number"
          step={1}
          value={value}
          {...describeBy(id, problems)}
          onChange={({ currentTarget }) => {
            const now = Number(currentTarget.value);
            if (currentTarget.value !== '' && Number.isInteger(now)) take(now);
          }}
        />
        {unit}
      </span>
      <FieldProblems id={id} problems={problems} />
    </div>
  );
}

interface CellProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly take: (value: string) => void;
  readonly problems: readonly ToldProblem[];
}

/** A cell of a form that is a table. */
export function CellField({ id, label, value, take, problems }: CellProps) {
  return (
    <td>
      <input
        id={id}
        aria-label={label}
        value={value}
        {...describeBy(id, problems)}
        onChange={({ currentTarget }) => take(currentTarget.value.trim())}
      />
      <FieldProblems id={id} problems={problems} />
    </td>
  );
}

/** What says to whoever does not see it that a field is wrong, and why. */
export function describeBy(id: string, problems: readonly ToldProblem[]) {
  return problems.length === 0 ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-problems` };
}

export function FieldProblems({ id, problems }: Pick<CellProps, 'id' | 'problems'>) {
  if (problems.length === 0) return null;
  return (
    <span class="wrong" id={`${id}-problems`}>
      {problems.map(({ message, hint }) => [message, hint ?? ''].map(beginLarge).join('. ')).join(' ')}
    </span>
  );
}
