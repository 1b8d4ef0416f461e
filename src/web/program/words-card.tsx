/** Words that nobody understands, each asked once: what they mean goes into the config. */
import { useState } from 'preact/hooks';
import { STATUSES, type UnknownValue } from '../../features/setup/unknown-values.ts';
import { isCounted } from '../../features/setup/value-settings.ts';
import type { Proposals } from '../engine/questions.ts';
import { type PageSettings, setMeaning } from './config-edits.ts';
import { StepHead } from './steps.tsx';
import type { PageWords } from './words.ts';

interface WordsCardProps {
  readonly proposals: Proposals;
  readonly settings: PageSettings;
  readonly set: (settings: PageSettings) => void;
  readonly words: PageWords;
}

export function WordsCard({ proposals: { words: unknown, levels }, settings, set, words }: WordsCardProps) {
  const { page, program } = words;
  if (unknown.length === 0 && levels.length === 0) return null;
  return (
    <section class="card" aria-labelledby="words-head">
      <StepHead step="problems" id="words-head">
        {page.wordsHead}
      </StepHead>
      <p class="lead">{page.wordsLead}</p>
      {levels.length > 0 && <LevelOrder names={levels} settings={settings} set={set} page={page} />}
      <ul class="asked">
        {unknown.slice(0, MOST_ASKED).map(value => (
          <WordItem
            key={`${value.column} ${value.word}`}
            value={value}
            column={program.init.columns[value.column] ?? value.column}
            levels={settings.levels ?? []}
            take={meaning => set(setMeaning(settings, value.column, value.word, meaning))}
            page={page}
          />
        ))}
      </ul>
      {unknown.length > MOST_ASKED && <p class="m s">{page.moreWords(unknown.length - MOST_ASKED)}</p>}
    </section>
  );
}

/** More at once would be slow to draw; each answer makes room for another one. */
const MOST_ASKED = 50;

interface WordProps {
  readonly value: UnknownValue;
  readonly column: string;
  readonly levels: readonly string[];
  readonly take: (meaning: string | number) => void;
  readonly page: PageWords['page'];
}

function WordItem({ value: { column: kind, word, count, proposed }, column, levels, take, page }: WordProps) {
  const [answer, setAnswer] = useState(proposed === null ? '' : String(proposed));
  const choices: readonly string[] = kind === 'status' ? STATUSES : kind === 'level' ? levels : [];
  const isNumber = isCounted(kind);
  const props = { id: `word-${kind}-${word}`, value: answer };
  const submit = (event: Event) => {
    event.preventDefault();
    if (answer.trim() !== '') take(isNumber ? Number(answer) : answer.trim());
  };
  return (
    <li>
      <form onSubmit={submit}>
        <label for={props.id}>
          <span class="m s">{column}: </span>
          {page.sayWord(word, count)}
        </label>
        <span class="row">
          <span class="vh">{page.readAs(word)}</span>
          {choices.length > 0 ? (
            <select {...props} onChange={({ currentTarget }) => setAnswer(currentTarget.value)}>
              <option value="">{page.chooseMeaning}</option>
              {choices.map(choice => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          ) : (
            <input
              {...props}
              {...(isNumber ? { type: 'number', min: 0 } : { type: 'text' })}
              onInput={({ currentTarget }) => setAnswer(currentTarget.value)}
            />
          )}
          <button type="submit">{page.take}</button>
        </span>
      </form>
    </li>
  );
}

interface LevelProps {
  readonly names: readonly string[];
  readonly settings: PageSettings;
  readonly set: (settings: PageSettings) => void;
  readonly page: PageWords['page'];
}

function LevelOrder({ names, settings, set, page }: LevelProps) {
  const [answer, setAnswer] = useState(names.join(', '));
  const submit = (event: Event) => {
    event.preventDefault();
    const levels = answer.split(',').map(name => name.trim());
    set({ ...settings, levels: levels.filter(name => name !== '') });
  };
  return (
    <form class="levels" onSubmit={submit}>
      <h3>{page.levelsHead}</h3>
      <label for="levels">{page.levelsLabel}</label>
      <span class="row">
        <input id="levels" type="text" value={answer} onInput={({ currentTarget }) => setAnswer(currentTarget.value)} />
        <button type="submit">{page.take}</button>
      </span>
    </form>
  );
}
