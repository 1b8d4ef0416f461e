/**
 * Makes dist/rmentor.html: the whole program as one file that asks for no other. Its one script is the page and, in a thread made of
 * its own text, the engine. It is not packed: whoever looks into the file before letting it through finds plain text.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { bundleScript, hashForPolicy, minifyStyle, readStyle } from './pages/browser-bundle.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const script = hideMarks(await bundleScript('src/web/program/main.tsx', [leaveOutUnspoken()]));
const style = minifyStyle(readFileSync('src/web/program/program.css', 'utf8'));
/** The script has it already, since it writes reports: it puts it into the page itself, before its own. */
const reportStyle = readStyle('src/web/report/report.css');
if (/<\/style/iu.test(style)) throw new Error('rmentor.html: would end early');

/** WebAssembly is compiled in the thread, which has the policy of the page; threads are made of nothing but the page's own text. */
const policy = [
  "default-src 'none'",
  `script-src '${hashForPolicy(script)}' 'wasm-unsafe-eval'`,
  `style-src '${hashForPolicy(style)}' '${hashForPolicy(reportStyle)}'`,
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

writeFileSync(
  'dist/rmentor.html',
  `<!doctype html>
<html lang="en" data-program="rmentor ${version}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>rmentor</title>
<style>${style}</style>
</head>
<body>
<div id="program"></div>
<script>${script}</script>
</body>
</html>
`,
);

/** What would end the script in its page, or begin a comment there: it only stands in texts, where an escape is the same. @param {string} script */
function hideMarks(script) {
  return script.replace(/<(?=!--|\/(?:script|style))/giu, '\\x3c');
}

/**
 * Areas of words for commands that the page has not, and what describes settings to editors: the page says none of their sentences and writes no
 * schema, and would fail loudly if it did.
 */
function leaveOutUnspoken() {
  const areas =
    'advice|export|feedback|help|id-looks-like-code|letter|person-rules|problem-counts|repair|share|start|thresholds|understood';
  const isUnspoken = new RegExp(
    `render/words/(?:en|de)/(?:${areas})\\.ts$|zod/v4/core/(?:to-json-schema|json-schema-processors)\\.js$`,
    'u',
  );
  return {
    name: 'leave-out-unspoken',
    load: id => {
      if (!isUnspoken.test(id.replaceAll('\\', '/'))) return null;
      const exported = readFileSync(id, 'utf8').matchAll(/^export (?:(?:const|function) (\w+)|\{ \w+ as (\w+) \})/gmu);
      const names = [...exported].map(([, name, alias]) => name ?? alias);
      return {
        code: names.map(name => `const _${name} = undefined;\nexport { _${name} as ${name} };\n`).join(''),
        moduleType: 'js',
      };
    },
  };
}
