/** The first view of a report: figures, what was not checked, and the pictures, each a table or with its table. */
import { BarPicture } from '../parts/bar-picture.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { ChangesCard, CurveCard } from './earlier-cards.tsx';
import { FitCard, LoadCard, MatrixCard } from './pictures.tsx';
import type { LevelsPart, LimitRow, LimitsPart, ReportContents, Tile } from './report-types.ts';
import { WhyCard } from './unmatched-card.tsx';

export function Overview({ contents }: { readonly contents: ReportContents }) {
  const { tiles, unchecked, limits, levels, matrix, fit, load, why, changes, curve } = contents;
  return (
    <div class="grid">
      <Tiles tiles={tiles} />
      {unchecked !== null && <Unchecked {...unchecked} />}
      <LimitsCard part={limits} />
      <LevelsCard part={levels} isWide={limits.rows.length === 0} />
      <MatrixCard part={matrix} />
      <div class={matrix.rows.length === 0 ? 'stack wide' : 'stack'}>
        <FitCard part={fit} />
        <LoadCard part={load} />
      </div>
      <WhyCard part={why} />
      <ChangesCard part={changes} />
      {curve !== null && <CurveCard part={curve} />}
    </div>
  );
}

function Tiles({ tiles }: { readonly tiles: readonly Tile[] }) {
  return (
    <dl class="tiles">
      {tiles.map(({ label, figure, unit, note }) => (
        <div class="tile" key={label}>
          <dt>{label}</dt>
          <dd class="n">
            {figure} {unit !== '' && <small>{unit}</small>}
          </dd>
          <dd class="s m">{note}</dd>
        </div>
      ))}
    </dl>
  );
}

function Unchecked({ head, lines }: NonNullable<ReportContents['unchecked']>) {
  return (
    <section class="note unchecked" aria-labelledby="unchecked">
      <svg width="20" height="18" aria-hidden="true">
        <path d="M10 1 19.5 17.5H.5Z" />
        <path class="cut" d="M9 7h2v5H9zM9 13.5h2v2H9z" />
      </svg>
      <h3 id="unchecked">{head}</h3>
      <ul>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function LimitsCard({ part }: { readonly part: LimitsPart }) {
  const { head, lead, rows, more, key } = part;
  return (
    <section class={rows.length === 0 ? 'card' : 'card long c7'} aria-labelledby="limits">
      <h3 id="limits">{head}</h3>
      <p class="lead">{lead}</p>
      {rows.length > 0 && <LimitsTable part={part} rows={rows} />}
      {rows.length > 0 && (
        <p class="key">
          <span>
            <i class="sw is" />
            {key.is}
          </span>
          <span>
            <i class="sw tick" />
            {key.limit}
          </span>
          <span>
            <i class="sw track" />
            {key.wanted}
          </span>
        </p>
      )}
      {more !== null && (
        <details>
          <summary>{more.head}</summary>
          <LimitsTable part={part} rows={more.rows} />
        </details>
      )}
    </section>
  );
}

function LimitsTable({
  part: { head, columns },
  rows,
}: {
  readonly part: LimitsPart;
  readonly rows: readonly LimitRow[];
}) {
  return (
    <Scroll label={head}>
      <table class="lim">
        <thead>
          <tr>
            <th scope="col">{columns.limit}</th>
            <th scope="col" class="hp">
              <span class="vh">{columns.bar}</span>
            </th>
            <th scope="col" class="num">
              {columns.wanted}
            </th>
            <th scope="col" class="num">
              {columns.used}
            </th>
            <th scope="col" class="num hp">
              {columns.free}
            </th>
            <th scope="col" class="num">
              {columns.oneMore}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, bar, wanted, used, isUsedUp, free, oneMore }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="hp">
                <BarPicture {...bar} />
              </td>
              <td class="num">{wanted}</td>
              <td class="num">
                <span class={isUsedUp ? 'tag full' : 'tag'}>{used}</span>
              </td>
              <td class="num hp">{free}</td>
              <td class="num">{oneMore}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface LevelsProps {
  readonly part: LevelsPart;
  /** Whether there is nothing beside it. */
  readonly isWide: boolean;
}

function LevelsCard({ part: { head, lead, rows, key }, isWide }: LevelsProps) {
  return (
    <section class={isWide ? 'card' : 'card c5'} aria-labelledby="levels">
      <h3 id="levels">{head}</h3>
      <p class="lead">{lead}</p>
      <ol class="lv">
        {rows.map(({ name, value, bar, note }, at) => (
          <li key={name}>
            <span>
              <b>{at + 1}.</b> {name}
            </span>
            <b>{value}</b>
            {bar !== null && <BarPicture {...bar} />}
            <span class="s">{note}</span>
          </li>
        ))}
      </ol>
      <p class="key">
        <span>
          <i class="sw is" />
          {key.is}
        </span>
        <span>
          <i class="sw track" />
          {key.whole}
        </span>
      </p>
    </section>
  );
}
