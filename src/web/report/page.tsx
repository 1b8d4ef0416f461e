/** A report as the text of a page: one file that asks for no other, and in which only its own script and style run. */
import { renderToString } from 'preact-render-to-string';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from './assembled.ts';
import { DATA_ID, type PageData, writeJson } from './page-data.ts';
import { TandemTable } from './tandem-table.tsx';

interface ReportPageProps {
  readonly title: string;
  readonly language: string;
  readonly data: PageData;
}

const POLICY = `default-src 'none'; script-src '${SCRIPT_HASH}'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** Renders a report; the same data give the same bytes. */
export function renderReportPage(props: ReportPageProps): string {
  return `<!doctype html>\n${renderToString(<Page {...props} />)}\n`;
}

function Page({ title, language, data }: ReportPageProps) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <RawStyle />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <div id="tandems">
            <TandemTable {...data} />
          </div>
        </main>
        <RawScripts data={data} />
      </body>
    </html>
  );
}

function RawStyle() {
  return <style dangerouslySetInnerHTML={{ __html: STYLE }} />;
}

function RawScripts({ data }: { readonly data: PageData }) {
  return (
    <>
      <script id={DATA_ID} type="application/json" dangerouslySetInnerHTML={{ __html: writeJson(data) }} />
      <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />
    </>
  );
}
