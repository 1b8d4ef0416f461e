/** Two rows that may be one person, side by side: whoever knows says whether they are. */
import type { AlikePeople } from '../engine/questions.ts';
import { type PageSettings, setIdentity } from './config-edits.ts';
import { StepHead } from './steps.tsx';
import type { PageWords } from './words.ts';

interface AlikeCardProps {
  readonly alike: readonly AlikePeople[];
  readonly settings: PageSettings;
  readonly set: (settings: PageSettings) => void;
  readonly page: PageWords['page'];
}

export function AlikeCard({ alike, settings, set, page }: AlikeCardProps) {
  if (alike.length === 0) return null;
  return (
    <section class="card" aria-labelledby="alike-head">
      <StepHead step="problems" id="alike-head">
        {page.alikeHead}
      </StepHead>
      <p class="lead">{page.alikeLead}</p>
      <ul class="alike">
        {alike.map(people => (
          <AlikeItem
            key={people.pair.join(' ')}
            people={people}
            answer={answer => set(setIdentity(settings, answer, people.pair))}
            page={page}
          />
        ))}
      </ul>
    </section>
  );
}

interface AlikeProps {
  readonly people: AlikePeople;
  readonly answer: (answer: 'same' | 'different') => void;
  readonly page: PageWords['page'];
}

function AlikeItem({ people: { mentor, mentee, rows }, answer, page }: AlikeProps) {
  const asked = page.sayAlike(mentee, mentor);
  return (
    <li>
      <p>
        <b>{asked}</b>
      </p>
      <div class="compare">
        {rows.map(({ side, cells }) => (
          <div key={side}>
            <p class="m s">{page.roles[side]}</p>
            <ul>
              {cells.map((cell, at) => (
                <li key={at}>{cell}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <fieldset class="row">
        <legend class="vh">{asked}</legend>
        {(['different', 'same'] as const).map(one => (
          <button key={one} type="button" onClick={() => answer(one)}>
            {page.arePeople[one]}
          </button>
        ))}
      </fieldset>
    </li>
  );
}
