/** Pictures that are tables: who mentors whom, the fit of the tandems, the workload of the mentors. */
import { Scroll } from '../parts/scroll.tsx';
import type { FitPart, LoadPart, MatrixPart } from './report-types.ts';

export function MatrixCard({ part }: { readonly part: MatrixPart }) {
  const { head, lead, rows } = part;
  return (
    <section class={rows.length === 0 ? 'card' : 'card c8'} aria-labelledby="matrix">
      <h3 id="matrix">{head}</h3>
      <p class="lead">{lead}</p>
      {rows.length > 0 && <MatrixTable part={part} />}
      {rows.length > 0 && <MatrixKey part={part} />}
    </section>
  );
}

function MatrixTable({ part: { corner, total, columns, rows, totals, all } }: { readonly part: MatrixPart }) {
  return (
    <Scroll label={corner}>
      <table class="mx">
        <thead>
          <tr>
            <th>
              <span class="vh">{corner}</span>
            </th>
            {columns.map(name => (
              <th scope="col" key={name}>
                <span class="rot">{name}</span>
              </th>
            ))}
            <th scope="col" class="tot">
              {total}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells, total: sum }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map(({ tandems, tint, isOwn }, at) => (
                <td key={columns[at]} class={`q${tint}${isOwn ? ' own' : ''}`}>
                  {tandems > 0 || isOwn ? tandems : '·'}
                </td>
              ))}
              <td class="tot">{sum}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{total}</th>
            {totals.map((sum, at) => (
              <td key={columns[at]} class="tot c">
                {sum}
              </td>
            ))}
            <td class="tot">
              <b>{all}</b>
            </td>
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}

function MatrixKey({ part: { key } }: { readonly part: MatrixPart }) {
  return (
    <p class="key">
      {key.tints.map((range, at) => (
        <span key={range}>
          <i class={`sw q${at + 1}`} />
          {range}
          {at === key.tints.length - 1 && ` ${key.tandems}`}
        </span>
      ))}
      <span>
        <i class="sw own" />
        {key.own}
      </span>
      <span>· {key.none}</span>
    </p>
  );
}

/** How high the bars of the histogram may be, in pixels. */
const BAR_HEIGHT = 108;

export function FitCard({ part }: { readonly part: FitPart }) {
  const { head, lead, table, columns, bins } = part;
  return (
    <section class={bins.length === 0 ? 'card brief' : 'card'} aria-labelledby="fit">
      <h3 id="fit">{head}</h3>
      <p class="lead">{lead}</p>
      {bins.length > 0 && (
        <>
          <Histogram part={part} />
          <details>
            <summary>{table}</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">{columns.points}</th>
                  <th scope="col" class="num">
                    {columns.tandems}
                  </th>
                </tr>
              </thead>
              <tbody>
                {bins.map(({ range, tandems }) => (
                  <tr key={range}>
                    <th scope="row">{range}</th>
                    <td class="num">{tandems}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}

/** The count on each bar; so many ends of bins that they do not touch. */
function Histogram({ part: { head, bins } }: { readonly part: FitPart }) {
  const wide = 100 / bins.length;
  const every = Math.ceil(bins.length / 8);
  const say = bins.map(({ range, tandems }) => `${range}: ${tandems}`).join('; ');
  return (
    <svg class="hist" width="100%" height={BAR_HEIGHT + 38} role="img" aria-label={`${head}. ${say}`}>
      {bins.map(({ from, tandems, height }, at) => {
        const tall = (BAR_HEIGHT * height) / 100;
        const middle = `${round((at + 0.5) * wide)}%`;
        return (
          <g key={from}>
            <rect
              class="is"
              x={`${round((at + 0.06) * wide)}%`}
              width={`${round(0.88 * wide)}%`}
              y={round(18 + BAR_HEIGHT - tall)}
              height={round(tall)}
            />
            {tandems > 0 && bins.length <= 14 && (
              <text x={middle} y={round(13 + BAR_HEIGHT - tall)} text-anchor="middle">
                {tandems}
              </text>
            )}
            {at % every === 0 && (
              <text
                class="f-mut"
                x={`${round(at * wide)}%`}
                y={BAR_HEIGHT + 34}
                text-anchor={at === 0 ? 'start' : 'middle'}
              >
                {from}
              </text>
            )}
          </g>
        );
      })}
      <line class="axis" x1="0" x2="100%" y1={BAR_HEIGHT + 18.5} y2={BAR_HEIGHT + 18.5} />
    </svg>
  );
}

function round(number: number): number {
  return Math.round(100 * number) / 100;
}

export function LoadCard({ part: { head, lead, offered, mentees, total, loads, rows } }: { readonly part: LoadPart }) {
  return (
    <section class="card" aria-labelledby="load">
      <h3 id="load">{head}</h3>
      <p class="lead">{lead}</p>
      <Scroll label={mentees}>
        <table class="mx ld">
          <thead>
            <tr>
              <th rowSpan={2}>
                <span class="vh">{offered}</span>
              </th>
              <th scope="colgroup" colSpan={loads.length}>
                {mentees}
              </th>
              <th scope="col" rowSpan={2} class="tot">
                {total}
              </th>
            </tr>
            <tr>
              {loads.map(load => (
                <th scope="col" key={load}>
                  {load}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells, total: sum }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={loads[at]} class={cell === null ? 'off' : `q${cell.tint}`}>
                    {cell === null ? '' : cell.mentors > 0 ? cell.mentors : '·'}
                  </td>
                ))}
                <td class="tot">{sum}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
