/** A tandem in the review: the two side by side, and why they are one. */
import { fillSentence } from '../parts/fill.ts';
import { PointsTable, StackedBar } from './pair-points.tsx';
import type { ReviewStep } from './review-desk.ts';
import { nameStatus } from './review-queue.tsx';
import { formatPoints, formatWhole } from './tables.tsx';

export function PairCard(step: ReviewStep) {
  const { data, review, row, decision } = step;
  const { words, most } = review;
  const [mentor, mentee, score, points, looks] = data.tandems[row]!;
  const [why] = review.reasons[row]!;
  const names = { mentor: data.people[mentor]![0], mentee: data.people[mentee]![0] };
  const format = (thousandths: number) => formatPoints(thousandths, data.words.decimal);
  return (
    <section class="card pair-card" aria-labelledby="pair-head">
      <h3 id="pair-head">{fillSentence(words.pair, names)}</h3>
      <p class="tags">
        {decision.status !== '' && <span class="tag full">{nameStatus(decision.status, words)}</span>}
        {looks.map(look => (
          <span class="tag warn" key={look}>
            {data.words.tandems.looks[look]}
          </span>
        ))}
      </p>
      {(decision.reason !== '' || decision.note !== '') && (
        <p class="m">{[decision.reason, decision.note].filter(text => text !== '').join(': ')}</p>
      )}
      <PairTable {...step} />
      <p class="why">
        <b>{fillSentence(words.points, { points: format(score), most: formatWhole(most, data.words.decimal) })}.</b>
        {why >= 0 && ` ${data.sentences[why]!}`}
      </p>
      <StackedBar parts={data.parts} points={points} most={most} format={format} />
      <PointsTable {...step} />
    </section>
  );
}

/** The two side by side, with what they have in common. */
function PairTable({ data, review: { words, details }, row }: ReviewStep) {
  const [mentor, mentee] = data.tandems[row]!;
  const [one, other] = [details[mentor]!, details[mentee]!];
  const tell = (text: number) => data.sentences[text]!;
  const lists = [
    { head: words.facts.languages, cells: [one[4].map(tell), other[4].map(tell)] },
    { head: words.facts.topics, cells: [one[5].map(tell), other[5].map(tell)] },
  ] as const;
  return (
    <table class="two">
      <thead>
        <tr>
          <td />
          <th scope="col">{data.words.tandems.mentor}</th>
          <th scope="col">{data.words.tandems.mentee}</th>
        </tr>
      </thead>
      <tbody>
        <FactRow head={words.facts.department} cells={[tell(one[2]), tell(other[2])]} />
        <FactRow head={words.facts.place} cells={[tell(one[3]), tell(other[3])]} />
        {lists.map(({ head, cells: [first, second] }) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            <SharedCell list={first} other={second} />
            <SharedCell list={second} other={first} />
          </tr>
        ))}
        <FactRow head={words.facts.slots} cells={[tell(one[6]), tell(other[6])]} />
      </tbody>
    </table>
  );
}

function FactRow({ head, cells }: { readonly head: string; readonly cells: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      <td>{cells[0]}</td>
      <td>{cells[1]}</td>
    </tr>
  );
}

/** What both have in common is bold. */
function SharedCell({ list, other }: { readonly list: readonly string[]; readonly other: readonly string[] }) {
  const known = new Set(other.map(text => text.toLowerCase()));
  return (
    <td>
      {list.map((text, at) => (
        <span key={text}>
          {at > 0 && ', '}
          {known.has(text.toLowerCase()) ? <b>{text}</b> : text}
        </span>
      ))}
    </td>
  );
}
