/** A report as the text of a page: one file that asks for no other, and in which only its own script and style run. */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './assembled.ts';
import { Overview } from './overview.tsx';
import { DATA_ID, type PageData, writeJson } from './page-data.ts';
import { type ReportContents, VIEWS, type ViewName } from './report-types.ts';
import { Review } from './review.tsx';
import { RulesView } from './rules.tsx';
import { TandemTable, WithoutTable } from './tables.tsx';

const POLICY = `default-src 'none'; script-src '${SCRIPT_HASH}'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** Renders a report; the same contents give the same bytes. */
export function renderReport(contents: ReportContents): string {
  return `<!doctype html>\n${renderToString(<Page contents={contents} />)}\n`;
}

function Page({ contents }: { readonly contents: ReportContents }) {
  const { language, title, about, skip, data } = contents;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <a class="skip" href="#main">
          {skip}
        </a>
        <header class="top">
          <div class="wrap">
            <h1>{title}</h1>
            <p class="m s">{about}</p>
          </div>
        </header>
        <Tabs contents={contents} />
        <Views contents={contents} />
        <Scripts data={data} />
      </body>
    </html>
  );
}

/** Each view, and what the script wakes in it. */
function Views({ contents }: { readonly contents: ReportContents }) {
  const { data, rules, proof, foot, reviewHead, tooMany, tandemsHead, withoutHead, tabs } = contents;
  return (
    <main class="wrap" id="main">
      <View name="overview" head={tabs.overview}>
        <Overview contents={contents} />
      </View>
      <View name="review" head={reviewHead}>
        <div id="review-desk">
          {data.review === null && <p class="card nobody">{tooMany}</p>}
          {data.review !== null && data.tandems.length === 0 && <p class="card nobody">{data.words.tandems.nobody}</p>}
          {data.review !== null && data.tandems.length > 0 && <Review data={data} review={data.review} />}
        </div>
      </View>
      <View name="tandems" head={tandemsHead}>
        <div class="card" id="tandem-table">
          <TandemTable {...data} />
        </div>
      </View>
      <View name="without" head={withoutHead}>
        <div class="card" id="without-table">
          <WithoutTable {...data} />
        </div>
      </View>
      <View name="rules" head={tabs.rules}>
        <RulesView rules={rules} proof={proof} />
      </View>
      <p class="foot">{foot}</p>
    </main>
  );
}

function Tabs({ contents: { sections, tabs } }: { readonly contents: ReportContents }) {
  return (
    <nav class="tabs" aria-label={sections}>
      <div class="wrap">
        {VIEWS.map((view, at) => (
          <a key={view} href={`#${view}`} {...(at === 0 && { 'aria-current': 'page' as const })}>
            {tabs[view]}
          </a>
        ))}
      </div>
    </nav>
  );
}

interface ViewProps {
  readonly name: ViewName;
  readonly head: string;
  readonly children: ComponentChildren;
}

function View({ name, head, children }: ViewProps) {
  return (
    <section class="view" id={name} aria-labelledby={`${name}-head`}>
      <h2 class="view-head" id={`${name}-head`} tabIndex={-1}>
        {head}
      </h2>
      {children}
    </section>
  );
}

function Scripts({ data }: { readonly data: PageData }) {
  return (
    <>
      <script id={DATA_ID} type="application/json" dangerouslySetInnerHTML={{ __html: writeJson(data) }} />
      <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />
    </>
  );
}
