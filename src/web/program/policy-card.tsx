/** The policy as a form: each rule with its sentence, what preferences are worth, and in which order things are decided. */
import { CROSS_BORDER, type Policy, PRESET_NAMES } from '../../domain/policy.ts';
import type { Validated } from '../engine/questions.ts';
import { leaveOut, type PageSettings, setCapacity, setPreset, setWeight, takeBack } from './settings.ts';
import type { PageWords } from './words.ts';

interface PolicyCardProps {
  readonly policy: Policy;
  readonly read: Validated;
  readonly settings: PageSettings;
  readonly set: (settings: PageSettings) => void;
  readonly words: PageWords;
}

export function PolicyCard(props: PolicyCardProps) {
  return (
    <>
      <RulesCard {...props} />
      <PointsCard {...props} />
    </>
  );
}

function RulesCard({ policy, settings, set, words }: PolicyCardProps) {
  const { page, program } = words;
  const { capacity = 1 } = settings.defaults ?? {};
  return (
    <section class="card c6" aria-labelledby="policy-head">
      <h2 id="policy-head">{page.policyHead}</h2>
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
      <NumberField label={page.capacity} value={Number(capacity)} take={value => set(setCapacity(settings, value))} />
      <MustRules policy={policy} settings={settings} set={set} words={words} />
    </section>
  );
}

function PointsCard({ policy, read, settings, set, words: { page, program } }: PolicyCardProps) {
  return (
    <section class="card c6 points" aria-labelledby="points-head">
      <h2 id="points-head">{page.preferHead}</h2>
      {policy.prefer.map(rule => {
        const sentence = program.rules.describe(rule);
        const take = (weight: number) => set(setWeight(settings, rule, weight));
        return <NumberField key={rule.name} label={sentence} value={rule.weight} take={take} unit={page.points} />;
      })}
      <h3>{page.limitsHead}</h3>
      {read.limits.length === 0 ? <p>{page.noLimits}</p> : <Lines lines={read.limits} />}
      {read.order.length > 0 && <h3>{page.orderHead}</h3>}
      <ol>
        {read.order.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, name: string])[];
  readonly take: (value: string) => void;
}

function ChoiceField({ label, value, choices, take }: ChoiceProps) {
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

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function MustRules({ policy, settings, set, words: { page, program } }: Omit<PolicyCardProps, 'read'>) {
  const { without = [] } = settings;
  const left = without.filter(name => !policy.must.some(rule => rule.name === name));
  return (
    <fieldset class="rules">
      <legend>{page.mustHead}</legend>
      {policy.must.map(rule => (
        <label key={rule.name} class="check">
          <input type="checkbox" checked onChange={() => set(leaveOut(settings, rule))} />
          {program.rules.must(rule)}
        </label>
      ))}
      {left.map(name => (
        <label key={name} class="check">
          <input type="checkbox" checked={false} onChange={() => set(takeBack(settings, name))} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly take: (value: number) => void;
  readonly unit?: string;
}

function NumberField({ label, value, take, unit = '' }: NumberProps) {
  return (
    <label class="field">
      {label}
      <span class="row">
        <input
          type="number"
          step={1}
          value={value}
          onChange={({ currentTarget }) => {
            const now = Number(currentTarget.value);
            if (currentTarget.value !== '' && Number.isInteger(now)) take(now);
          }}
        />
        {unit}
      </span>
    </label>
  );
}
