/** What came of an earlier run: its changes, and what more of them would bring. */
import type { ChangesPart, CurvePart } from './report-types.ts';

export function ChangesCard({ part: { head, lead, columns, rows, more } }: { readonly part: ChangesPart }) {
  return (
    <section class="card long" aria-labelledby="changes">
      <h3 id="changes">{head}</h3>
      <p class="lead">{lead}</p>
      {rows.length > 0 && (
        <table class="st">
          <thead>
            <tr>
              <th scope="col">{columns.change}</th>
              <th scope="col">{columns.mentor}</th>
              <th scope="col">{columns.mentee}</th>
              <th scope="col">{columns.why}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ change, mentor, mentee, why }, at) => (
              // Two changes may be about people of the same names.
              <tr key={`${at} ${mentor}`}>
                <td class="short">{change}</td>
                <td>{mentor}</td>
                <td>{mentee}</td>
                <td class="w2">{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more !== '' && <p class="s m">{more}</p>}
    </section>
  );
}

/** How high the curve may be, in pixels; room above, below and beside it is in the picture. */
const CURVE_HEIGHT = 140;

export function CurveCard({ part }: { readonly part: CurvePart }) {
  const { head, lead, columns, rows } = part;
  return (
    <section class="card" aria-labelledby="curve">
      <h3 id="curve">{head}</h3>
      <p class="lead">{lead}</p>
      <div class="pair">
        <Curve part={part} />
        <table>
          <thead>
            <tr>
              <th scope="col" class="num">
                {columns.changes}
              </th>
              <th scope="col" class="num">
                {columns.points}
              </th>
              <th scope="col">{columns.note}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ changes, points, note }) => (
              <tr key={changes}>
                <td class="num">{changes}</td>
                <td class="num">{points}</td>
                <td>{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Curve({ part: { label, x, y, rows } }: { readonly part: CurvePart }) {
  const points = rows.map(({ at: [across, up], changes, isOwn }) => ({
    left: `${Math.round(100 * (6 + 0.88 * across)) / 100}%`,
    top: Math.round(100 * (24 + CURVE_HEIGHT * (1 - up / 100))) / 100,
    ...{ changes, isOwn },
  }));
  const say = rows.map(({ changes, points: more }) => `${changes}: ${more}`).join('; ');
  return (
    <svg class="curve" width="100%" height={CURVE_HEIGHT + 62} role="img" aria-label={`${label}. ${say}`}>
      <line class="axis" x1="0" x2="100%" y1={CURVE_HEIGHT + 24.5} y2={CURVE_HEIGHT + 24.5} />
      {points.slice(1).map(({ left, top, changes }, at) => (
        <line class="way" key={changes} x1={points[at]!.left} y1={points[at]!.top} x2={left} y2={top} />
      ))}
      {points.map(({ left, top, changes, isOwn }) => (
        <g key={changes}>
          <circle class={isOwn ? 'own' : 'dot'} cx={left} cy={top} r={isOwn ? 6 : 4} />
          <text x={left} y={CURVE_HEIGHT + 42} text-anchor="middle">
            {changes}
          </text>
        </g>
      ))}
      <text class="f-mut" x="0" y="12">
        {y}
      </text>
      <text class="f-mut" x="100%" y={CURVE_HEIGHT + 58} text-anchor="end">
        {x}
      </text>
    </svg>
  );
}
