/** Limits as a form: who, how few and how many, and regions of several countries that limits may be about. */
import { useState } from 'preact/hooks';
import type { ToldProblem } from '../../render/words/problem.ts';
import { LIMIT_FIELDS, type LimitField, type LimitSetting, type Validated } from '../engine/questions.ts';
import { type PageSettings, setRegion } from './config-edits.ts';
import { CellField, FieldProblems } from './fields.tsx';
import { saveFile } from './save-file.ts';
import { StepHead } from './steps.tsx';
import { findFieldProblems } from './told-problems.ts';
import { CONFIG_NAME } from './use-program.ts';
import type { PageWords } from './words.ts';
import { LIMITS_NAME, writeLimits } from './write-limits-sheet.ts';

interface LimitsCardProps {
  readonly read: Validated;
  /** Those of the form; null while they are as in the sheet. */
  readonly limits: readonly LimitSetting[] | null;
  readonly setLimits: (limits: readonly LimitSetting[]) => void;
  readonly settings: PageSettings;
  readonly set: (settings: PageSettings) => void;
  readonly problems: readonly ToldProblem[];
  readonly page: PageWords['page'];
}

export function LimitsCard(props: LimitsCardProps) {
  const { read, limits, setLimits, page } = props;
  const rows = limits ?? read.writtenLimits?.rows ?? [];
  return (
    <section class="card" aria-labelledby="limits-head">
      <StepHead step="rules" id="limits-head">
        {page.limitsHead}
      </StepHead>
      <p class="lead">{page.limitsLead}</p>
      {rows.length > 0 && <LimitTable {...props} rows={rows} />}
      <div class="row below">
        <button type="button" id="add-limit" onClick={() => setLimits([...rows.map(strip), NEW_LIMIT])}>
          {page.addLimit}
        </button>
        {limits !== null && limits.length > 0 && (
          <button type="button" onClick={() => saveFile(LIMITS_NAME, writeLimits(limits), 'text/csv')}>
            {page.saveLimits}
          </button>
        )}
      </div>
      {read.limits.length > 0 && (
        <details open={read.limits.length <= FEW_LIMITS}>
          <summary>{page.limitsSaid}</summary>
          <ul class="pl sentences">
            {read.limits.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      <Regions {...props} />
    </section>
  );
}

/** More are folded: one for all other countries stands for many. */
const FEW_LIMITS = 6;

function LimitTable({ read, rows, setLimits, problems, page }: LimitsCardProps & { readonly rows: LimitRows }) {
  const written = read.writtenLimits;
  const change = (at: number, field: LimitField, value: string) =>
    setLimits(rows.map((row, index) => strip(index === at ? { ...row, [field]: value } : row)));
  const place = (at: number, field: LimitField) => ({
    ...{ file: written?.file ?? LIMITS_NAME, column: written?.headers[field] ?? field },
    row: written?.rows[at]?.row ?? at + 2,
  });
  return (
    <>
      <table class="limits">
        <LimitHead page={page} />
        <tbody>
          {rows.map((row, at) => (
            <LimitFields
              key={at}
              row={row}
              at={at}
              change={change}
              remove={() => setLimits(rows.filter((_, index) => index !== at).map(strip))}
              find={field => findFieldProblems(problems, place(at, field))}
              page={page}
            />
          ))}
        </tbody>
      </table>
      <FieldProblems id="limits" problems={problems.filter(one => one.file === written?.file && one.column === null)} />
    </>
  );
}

type LimitRows = readonly LimitSetting[];

/** For somebody to change: it keeps nobody apart, since as many may be as there are. */
const NEW_LIMIT: LimitSetting = { country: '*', side: 'mentee', min: '0', max: '' };

function strip({ country, side, min, max }: LimitSetting): LimitSetting {
  return { country, side, min, max };
}

function LimitHead({ page }: Pick<LimitsCardProps, 'page'>) {
  return (
    <thead>
      <tr>
        {LIMIT_FIELDS.map(field => (
          <th key={field} scope="col">
            {page.limitFields[field]}
          </th>
        ))}
        <th>
          <span class="vh">{page.remove}</span>
        </th>
      </tr>
    </thead>
  );
}

interface LimitProps {
  readonly row: LimitSetting;
  readonly at: number;
  readonly change: (at: number, field: LimitField, value: string) => void;
  readonly remove: () => void;
  readonly find: (field: LimitField) => readonly ToldProblem[];
  readonly page: PageWords['page'];
}

function LimitFields({ row, at, change, remove, find, page }: LimitProps) {
  const text = (field: LimitField) => (
    <CellField
      id={`limit-${at}-${field}`}
      label={page.sayLimitField(page.limitFields[field], at + 1)}
      value={row[field]}
      take={value => change(at, field, value)}
      problems={find(field)}
    />
  );
  return (
    <tr>
      {text('country')}
      <td>
        <select
          aria-label={page.sayLimitField(page.limitFields.side, at + 1)}
          value={row.side}
          onChange={({ currentTarget }) => change(at, 'side', currentTarget.value)}
        >
          {SIDES.map(side => (
            <option key={side} value={side}>
              {page.roles[`${side}s`]}
            </option>
          ))}
        </select>
        <FieldProblems id={`limit-${at}-side`} problems={find('side')} />
      </td>
      {text('min')}
      {text('max')}
      <td>
        <button type="button" aria-label={page.removeLimit(at + 1)} onClick={remove}>
          {page.remove}
        </button>
      </td>
    </tr>
  );
}

const SIDES = ['mentee', 'mentor'] as const;

/** Regions are settings: a name, and the countries in it. */
function Regions({ settings, set, problems, page }: LimitsCardProps) {
  const regions = Object.entries(settings.regions ?? {});
  return (
    <details open={regions.length > 0}>
      <summary>{page.regionsHead}</summary>
      <ul>
        {regions.map(([region, list]) => (
          <li key={region} class="row">
            <b>{region}</b> {list.join(', ')}
            <button
              type="button"
              aria-label={page.sayRemove(region)}
              onClick={() => set(setRegion(settings, region, []))}
            >
              {page.remove}
            </button>
            <FieldProblems
              id={`region-${region}`}
              problems={problems.filter(one => one.file === CONFIG_NAME && one.column?.startsWith(`regions.${region}`))}
            />
          </li>
        ))}
      </ul>
      <NewRegion add={(name, countries) => set(setRegion(settings, name, countries))} page={page} />
    </details>
  );
}

interface NewRegionProps {
  readonly add: (name: string, countries: readonly string[]) => void;
  readonly page: PageWords['page'];
}

function NewRegion({ add, page }: NewRegionProps) {
  const [name, setName] = useState('');
  const [countries, setCountries] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    const list = countries.split(',').map(country => country.trim());
    if (name.trim() !== '')
      add(
        name.trim(),
        list.filter(country => country !== ''),
      );
    setName('');
    setCountries('');
  };
  return (
    <form class="row" onSubmit={submit}>
      <input aria-label={page.regionName} placeholder={page.regionName} {...hold(name, setName)} />
      <input aria-label={page.regionCountries} placeholder={page.regionCountries} {...hold(countries, setCountries)} />
      <button type="submit">{page.addRegion}</button>
    </form>
  );
}

function hold(value: string, take: (value: string) => void) {
  return { value, onInput: (event: { readonly currentTarget: HTMLInputElement }) => take(event.currentTarget.value) };
}
