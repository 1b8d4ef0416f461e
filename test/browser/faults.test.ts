import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BROWSERS, openWatched } from '../support/browsers.ts';
import { workFolder } from '../support/run.ts';

const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'">`;

// What no page of ours may do is noticed: without this, that nothing was noticed would say nothing.
describe.each(BROWSERS)('in %s', browser => {
  test.each<[does: string, head: string, body: string, noticed: RegExp]>([
    ['says something', '', '<script>console.info("hello")</script>', /^console: hello/u],
    ['fails', '', '<script>throw new Error("broken")</script>', /^error: .*broken/u],
    [
      'asks for a file of another machine',
      '',
      '<img alt="" src="http://127.0.0.1:47123/x.png">',
      /^request: .*x\.png/u,
    ],
    ['is kept from asking', POLICY, '<img alt="" src="http://127.0.0.1:47123/x.png">', /x\.png|img-src/u],
    ['is kept from styling', POLICY, '<p style="color:red">red</p>', /style-src/u],
  ])('a page that %s is noticed', async (_does, head, body, noticed) => {
    const path = join(workFolder(), 'page.html');
    writeFileSync(
      path,
      `<!doctype html><html lang="en"><head>${head}<title>a page</title></head><body>${body}</body></html>`,
    );
    const page = await openWatched(browser, path);
    expect(page.faults).toContainEqual(expect.stringMatching(noticed));
  });
});
