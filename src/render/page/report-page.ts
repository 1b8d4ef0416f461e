import { countReportFacts } from '../../domain/report-facts.ts';
import { MOST_REVIEWED } from '../../domain/review-facts.ts';
import { renderReport } from '../../web/report/page.tsx';
import type { ReportContents } from '../../web/report/report-types.ts';
import type { Run } from '../run/run-facts.ts';
import type { ReportWords } from '../words/en/report-page.ts';
import { buildChanges, buildCurve } from './earlier-parts.ts';
import { buildLevels, buildLimits } from './limits-and-levels.ts';
import { buildFit, buildLoad, buildMatrix } from './matrix-fit-and-load.ts';
import type { PageTelling } from './page-context.ts';
import { buildProof, buildRules, listUnchecked } from './rule-parts.ts';
import { buildPageData } from './table-data.ts';
import { buildTiles } from './tiles.ts';
import { buildWhy } from './why-unpaired.ts';

/** The page of a run: one file that needs nothing else. The same run gives the same bytes. */
export function renderReportPage(run: Run, say: ReportWords): string {
  return renderReport(buildReportContents(run, say));
}

/** Everything that the page shows, in the words of the run's language. */
export function buildReportContents(run: Run, say: ReportWords): ReportContents {
  const { matching, roster, terms, words } = run;
  const facts = countReportFacts(matching, roster, terms);
  const telling: PageTelling = { run, facts, words, say };
  const data = buildPageData(telling);
  const { mentors, mentees } = matching.summary.people;
  return {
    language: words.language,
    title: say.title,
    about: say.about(mentors, mentees, facts.countries, run.id),
    skip: say.skip,
    sections: say.sections,
    tabs: {
      overview: say.overview,
      review: say.review.tab(data.tandems.filter(row => row[5] === 0).length),
      tandems: say.tandemsTab(data.tandems.length),
      without: say.withoutTab(data.without.length),
      rules: say.rulesTab,
    },
    tiles: buildTiles(telling),
    unchecked: listUnchecked(telling),
    limits: buildLimits(telling),
    levels: buildLevels(telling),
    matrix: buildMatrix(telling),
    fit: buildFit(telling),
    load: buildLoad(telling),
    why: buildWhy(telling),
    changes: buildChanges(telling),
    curve: buildCurve(telling),
    rules: buildRules(telling),
    proof: buildProof(telling),
    reviewHead: say.review.head,
    tooMany: say.review.tooMany(MOST_REVIEWED),
    tandemsHead: say.tandems.head,
    withoutHead: say.without.head,
    foot: say.foot,
    data,
  };
}
