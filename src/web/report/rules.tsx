/** The last view of a report: the rules in plain words, and how to check the proof. */
import type { ProofPart, RulesPart } from './report-types.ts';

export function RulesView({ rules, proof }: { readonly rules: RulesPart; readonly proof: ProofPart }) {
  return (
    <div class="grid">
      <RulesCard part={rules} />
      <ProofCard part={proof} />
    </div>
  );
}

function RulesCard({ part: { head, lead, must, prefer, order, keptApart, ties } }: { readonly part: RulesPart }) {
  return (
    <section class="card c7" aria-labelledby="rule-list">
      <h3 id="rule-list">{head}</h3>
      <p class="lead">{lead}</p>
      {[must, prefer].map(part => (
        <RuleList key={part.head} {...part} />
      ))}
      <h4>{order.head}</h4>
      <ol class="pl">
        {order.lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {keptApart.rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{keptApart.rule}</th>
              <th scope="col" class="num">
                {keptApart.pairs}
              </th>
            </tr>
          </thead>
          <tbody>
            {keptApart.rows.map(({ rule, pairs }) => (
              <tr key={rule}>
                <th scope="row">{rule}</th>
                <td class="num">{pairs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="s m">{ties}</p>
    </section>
  );
}

function RuleList({ head, lines }: RulesPart['must']) {
  return (
    <>
      <h4>{head}</h4>
      <ul class="pl">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function ProofCard({ part: { head, lead, steps, claims, run, otherRun } }: { readonly part: ProofPart }) {
  return (
    <section class="card c5 brief" aria-labelledby="check">
      <h3 id="check">{head}</h3>
      <p class="lead">{lead}</p>
      <ol class="pl">
        {steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ul class="pl claims">
        {claims.map(claim => (
          <li key={claim}>{claim}</li>
        ))}
      </ul>
      <p>
        <code>{run}</code>
      </p>
      <p class="s m">{otherRun}</p>
    </section>
  );
}
