/** What a run that was matched again with decisions comes to beside the one before: each level, and who moves. */
import type { Matched } from '../engine/questions.ts';
import { fillSentence } from '../parts/fill.ts';
import type { PageData } from '../report/page-data.ts';
import { countDecided, findMoves, type ReviewedRun } from './reviewed-runs.ts';
import type { PageWords } from './words.ts';

interface AgainProps {
  readonly before: Matched;
  readonly now: Matched;
  readonly decided: ReviewedRun['decided'];
  readonly goBack: () => void;
  readonly page: PageWords['page'];
}

export function CompareRunsCard({ before, now, decided, goBack, page }: AgainProps) {
  const { ended, begun } = findMoves(before.report.data, now.report.data);
  const levels = now.report.levels.rows.map(({ name, value }) => {
    const earlier = before.report.levels.rows.find(row => row.name === name);
    return { name, value, earlier: earlier?.value ?? '–' };
  });
  const { approved, declined } = countDecided(decided);
  return (
    <section class="card" id="again" aria-labelledby="again-head">
      <h3 id="again-head">{page.againHead}</h3>
      <p class="lead">{page.againLead(approved, declined)}</p>
      <table class="again">
        <thead>
          <tr>
            <th scope="col">{page.level}</th>
            <th scope="col">{page.before}</th>
            <th scope="col">{page.now}</th>
          </tr>
        </thead>
        <tbody>
          {levels.map(({ name, value, earlier }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="num">{earlier}</td>
              <td class="num b">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <TandemList head={page.ended(ended.length)} data={before.report.data} rows={ended} />
      <TandemList head={page.begun(begun.length)} data={now.report.data} rows={begun} />
      <div class="row">
        <button type="button" id="go-back" onClick={goBack}>
          {page.goBack}
        </button>
      </div>
    </section>
  );
}

interface TandemListProps {
  readonly head: string;
  readonly data: PageData;
  readonly rows: readonly number[];
}

function TandemList({ head, data, rows }: TandemListProps) {
  const name = (row: number) => {
    const [mentor, mentee] = data.tandems[row]!;
    const names = { mentor: data.people[mentor]![0], mentee: data.people[mentee]![0] };
    return data.review === null ? '' : fillSentence(data.review.words.pair, names);
  };
  return (
    <details open={rows.length <= FEW}>
      <summary>{head}</summary>
      <ul class="pl">
        {rows.map(row => (
          <li key={row}>{name(row)}</li>
        ))}
      </ul>
    </details>
  );
}

/** So many are listed at once; more are folded away. */
const FEW = 12;
