/** The rules as a form: each with its sentence, and what preferences are worth. */
import { CROSS_BORDER, type Policy, PRESET_NAMES } from '../../domain/policy.ts';
import type { ToldProblem } from '../../render/words/problem.ts';
import {
  findPreference,
  leaveOut,
  type PageSettings,
  setCapacity,
  setPreset,
  setWeight,
  takeBack,
} from './config-edits.ts';
import { ChoiceField, FieldProblems, NumberField } from './fields.tsx';
import { StepHead } from './steps.tsx';
import { findFieldProblems } from './told-problems.ts';
import { CONFIG_NAME } from './use-program.ts';
import type { PageWords } from './words.ts';

interface PolicyCardProps {
  readonly policy: Policy;
  readonly settings: PageSettings;
  readonly set: (settings: PageSettings) => void;
  readonly problems: readonly ToldProblem[];
  readonly words: PageWords;
}

export function RulesCard({ policy, settings, set, problems, words }: PolicyCardProps) {
  const { page, program } = words;
  const { capacity = 1 } = settings.defaults ?? {};
  return (
    <section class="card" aria-labelledby="policy-head">
      <StepHead step="rules" id="policy-head">
        {page.policyHead}
      </StepHead>
      <p class="lead">{page.policyLead}</p>
      <ChoiceField
        label={page.preset}
        value={policy.preset}
        choices={PRESET_NAMES.map(name => [name, program.init.presets[name]])}
        take={value => set(setPreset(settings, value))}
      />
      <ChoiceField
        label={page.crossBorder}
        value={settings.crossBorder ?? CROSS_BORDER[0]}
        choices={CROSS_BORDER.map(name => [name, program.init.crossBorders[name]])}
        take={value => set({ ...settings, crossBorder: value })}
      />
      <NumberField
        id="usual-slots"
        label={page.capacity}
        value={Number(capacity)}
        take={value => set(setCapacity(settings, value))}
        problems={findFieldProblems(problems, { file: CONFIG_NAME, column: 'defaults.capacity' })}
      />
      <MustRules policy={policy} settings={settings} set={set} problems={problems} words={words} />
    </section>
  );
}

export function PointsCard({ policy, settings, set, problems, words: { page, program } }: PolicyCardProps) {
  return (
    <section class="card" aria-labelledby="points-head">
      <StepHead step="rules" id="points-head">
        {page.preferHead}
      </StepHead>
      <p class="lead">{page.preferLead}</p>
      {policy.prefer.map((rule, at) => {
        const written = findPreference(settings, rule);
        return (
          <NumberField
            key={rule.name}
            id={`points-${at}`}
            label={program.rules.describe(rule)}
            value={written?.weight ?? rule.weight}
            take={weight => set(setWeight(settings, rule, weight))}
            problems={findFieldProblems(problems, { file: CONFIG_NAME, column: `prefer[${written?.at}].weight` })}
            unit={page.points}
          />
        );
      })}
    </section>
  );
}

function MustRules({ policy, settings, set, problems, words: { page, program } }: PolicyCardProps) {
  const { without = [] } = settings;
  const left = [...without.entries()].filter(([, name]) => !policy.must.some(rule => rule.name === name));
  return (
    <fieldset class="rules">
      <legend>{page.mustHead}</legend>
      {policy.must.map(rule => (
        <label key={rule.name} class="check">
          <input type="checkbox" checked onChange={() => set(leaveOut(settings, rule))} />
          {program.rules.must(rule)}
        </label>
      ))}
      {left.map(([at, name]) => (
        <div key={name}>
          <label class="check">
            <input type="checkbox" checked={false} onChange={() => set(takeBack(settings, name))} />
            {name}
          </label>
          <FieldProblems
            id={`without-${at}`}
            problems={findFieldProblems(problems, { file: CONFIG_NAME, column: `without[${at}]` })}
          />
        </div>
      ))}
    </fieldset>
  );
}
