/** Who has no tandem and why, and what would help. */
import type { WhyPart } from './report-types.ts';

export function WhyCard({ part: { head, nobody, columns, rows } }: { readonly part: WhyPart }) {
  return (
    <section class="card long" aria-labelledby="why">
      <h3 id="why">{head}</h3>
      {rows.length === 0 ? (
        <p class="lead">{nobody}</p>
      ) : (
        <table class="st">
          <thead>
            <tr>
              <th scope="col">{columns.who}</th>
              <th scope="col">{columns.why}</th>
              <th scope="col" class="num">
                {columns.people}
              </th>
              <th scope="col">{columns.help}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ who, why, people, help }) => (
              <tr key={`${who} ${why}`}>
                <td class="short">{who}</td>
                <td class="w2">{why}</td>
                <td class="num b">{people}</td>
                <td class="w2">
                  {help.map(sentence => (
                    <p key={sentence}>{sentence}</p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
