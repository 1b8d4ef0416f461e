/** Other partners of a tandem in the review, each with what it would cost. */
import { fillSentence } from '../parts/fill.ts';
import type { PageData, PartnerRow, ReviewData } from './page-data.ts';
import type { ReviewStep } from './review-desk.ts';

export function Alternatives({ data, review, row }: ReviewStep) {
  const { words, declined, mentors, mentees } = review;
  const [mentor, mentee] = data.tandems[row]!;
  const names = { mentor: data.people[mentor]![0], mentee: data.people[mentee]![0] };
  const isNone = mentors[row]!.length + mentees[row]!.length === 0;
  return (
    <section class="card alts" aria-labelledby="alts-head">
      <h3 id="alts-head">{words.alternatives}</h3>
      <p class="s m">{declined.length === 0 ? words.notPricedAtAll : isNone ? words.noAlternatives : words.alone}</p>
      <PartnerList
        data={data}
        review={review}
        rows={mentors[row]!}
        head={fillSentence(words.otherMentors, names)}
        other={names.mentor}
      />
      <PartnerList
        data={data}
        review={review}
        rows={mentees[row]!}
        head={fillSentence(words.otherMentees, names)}
        other={names.mentee}
      />
    </section>
  );
}

interface PartnerListProps {
  readonly data: PageData;
  readonly review: ReviewData;
  readonly rows: readonly PartnerRow[];
  readonly head: string;
  readonly other: string;
}

function PartnerList({ data, review: { words }, rows, head, other }: PartnerListProps) {
  if (rows.length === 0) return null;
  return (
    <>
      <h4>{head}</h4>
      <ul class="partners">
        {rows.map(([person, price, moves, isInstead]) => (
          <li key={person}>
            <span>
              <b>{data.people[person]![0]}</b> {fillSentence(isInstead ? words.instead : words.besides, { other })}
            </span>
            <b>{data.sentences[price]}</b>
            {moves > 0 && <span class="s m">{fillSentence(words.moves, { count: moves })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
