import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unpackFiles } from '../../src/web/engine/archives.ts';
import { BROWSERS, type Look, type OpenPage, openPage } from '../support/browsers.ts';
import { PROGRAM_PAGE } from '../support/engine.ts';
import { listAxeFindings } from '../support/reports.ts';
import { workFolder } from '../support/run.ts';
import { readRows } from '../support/run-rows.ts';

const MODEL = ['mentors.csv', 'mentees.csv', 'limits.csv', 'rmentor.config.json'].map(
  name => `fixtures/model-programme/${name}`,
);
const PROGRAM = resolve('bin/rmentor.js');
const SHOTS = process.env['RMENTOR_SHOTS'];

async function shoot(page: OpenPage, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.shoot(join(SHOTS, `${name}.${page.browser}.png`));
}

const isReady = () => document.querySelector('button.main[aria-disabled=false]') !== null;

/** Texts that would be something else if they were not text. */
const HOSTILE = ['</script><script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt <b>bold</b> =1+1'];

/** Clicks in the page itself: on a machine with much to do, the pairing would be over before the driver has clicked. */
function cancelWhilePairing(): Promise<void> {
  return new Promise(resolve => {
    const timer = setInterval(() => {
      if (document.querySelector('.progress [role=status]')?.textContent !== 'pairing') return;
      clearInterval(timer);
      document.querySelector<HTMLElement>('.progress button')!.click();
      resolve();
    }, 5);
  });
}

/** Enough people to be cancelled. */
const LARGE = ['--mentors', '4500', '--mentees', '5400'];

const isAskedWhenLeaving = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

test('the page is small enough to be mailed', () => {
  expect(statSync(PROGRAM_PAGE).size).toBeLessThan(1_200_000);
});

describe.each(BROWSERS)('in %s', browser => {
  test('two sheets are dropped, paired, and a run is downloaded', async () => {
    const page = await openPage(browser, PROGRAM_PAGE);
    await shoot(page, 'empty');
    await page.choose('#files', MODEL);
    await page.until(isReady);
    await shoot(page, 'understood');
    await page.click('.actions button.main');
    await page.until(() => document.querySelector('#answer') !== null);
    await shoot(page, 'matched');
    expect(await listAxeFindings(page)).toEqual([]);
    expect(await page.evaluate(isAskedWhenLeaving)).toBe(true);
    const { name, bytes } = await page.download(() => page.click('#answer button.main'));
    expect([name, [...unpackFiles(bytes).keys()].includes('report.html')]).toEqual(['rmentor-run.zip', true]);
    await page.until(
      () => document.querySelector('#answer [role=status]')?.textContent?.includes('rmentor-run.zip') === true,
    );
    expect(await page.evaluate(isAskedWhenLeaving)).toBe(false);
  });

  test('problems stand at their cells, words are asked once, and the config keeps the answers', async () => {
    const page = await openPage(browser, PROGRAM_PAGE);
    await page.choose('#files', writeFaulty(workFolder()));
    await page.until(() => document.querySelectorAll('.sheet td .mark').length === 2);
    await shoot(page, 'problems');
    expect(await page.evaluate(listMarks)).toEqual(['Deutschlnad1', 'm@example.org2']);
    await page.click('#problem-2 a.mark');
    await page.until(() => document.activeElement?.id === 'cell-2');
    await page.click('.asked button');
    await page.until(() => document.querySelectorAll('.problems li').length === 1);
    await page.click('.guess button');
    await page.until(() => document.querySelectorAll('.asked li').length === 2);
    const { name, bytes } = await page.download(() => page.click('#save-config'));
    expect([name, JSON.parse(Buffer.from(bytes).toString())]).toEqual([
      'rmentor.config.json',
      { values: { country: { Deutschlnad: 'DE' } }, columns: { capacity: 'Wie viele Mentees?' } },
    ]);
  });

  test.each([
    ['of a first run', () => ['match', '--previous', 'decisions.csv', ...INTO_RUN], []],
    [
      'where there is a previous run besides',
      (folder: string) => {
        cpSync(join(folder, 'decisions.csv'), join(folder, 'run', 'tandems.csv'));
        return ['match', '--previous', 'earlier/tandems.csv', ...INTO_RUN];
      },
      ['earlier/tandems.csv'],
    ],
  ])(
    'decisions %s are matched with as on the command line, and can be taken back',
    async (which, takeSaved, besides) => {
      const folder = copyModel();
      if (besides.length > 0) callIn(folder, 'match', '--out', 'earlier');
      const page = await openPage(browser, PROGRAM_PAGE);
      await page.choose('#files', [...MODEL, ...besides.map(name => join(folder, name))]);
      await page.until(isReady);
      await page.click('.actions button.main');
      await page.until(() => document.querySelector('.review') !== null);
      const first = await page.download(() => page.click('#answer button.main'));
      writeRun(join(folder, 'run'), first.bytes);
      await decideTwice(page);
      const { name, bytes } = await page.download(() => page.click('.review-bar button'));
      writeFileSync(join(folder, name), bytes);
      const left = await page.evaluate(getCount);
      expect(left).toMatch(/^2 of 208 decided: 1 approved, 1 declined/u);
      await page.click('.review-bar button.again');
      await page.until(
        () => document.querySelector('#again') !== null && document.querySelector('#rules-part') !== null,
      );
      await shoot(page, `again ${which}`);
      expect(await listAxeFindings(page)).toEqual([]);
      expect(await page.evaluate(getCount)).toMatch(/^1 of \d+ decided: 1 approved, 0 declined/u);
      const again = await page.download(() => page.click('#answer button.main'));
      const before = readPairs(join(folder, 'run'));
      callIn(folder, ...takeSaved(folder));
      expect(Object.fromEntries(unpackFiles(again.bytes))).toEqual(readRun(join(folder, 'run')));
      const now = readPairs(join(folder, 'run'));
      const moved = [before.filter(pair => !now.includes(pair)), now.filter(pair => !before.includes(pair))];
      expect(moved[0]!.length).toBeGreaterThan(0);
      expect(await page.evaluate(listMoves)).toEqual(moved.map(pairs => pairs.toSorted()));
      writeRun(join(folder, 'unpacked'), again.bytes);
      expect(callIn(folder, 'verify', 'unpacked')).toContain('PROVEN');
      await page.click('#go-back');
      await page.until(
        () => document.querySelector('#again') === null && document.querySelector('#rules-part') !== null,
      );
      expect(await page.evaluate(getCount)).toBe(left.replace(/ · Saved.*/u, ''));
      expect((await page.download(() => page.click('#answer button.main'))).bytes).toEqual(first.bytes);
    },
  );

  test('limits are set in a form, what is wrong stands at its field, and they count as on the command line', async () => {
    const folder = copyModel();
    const page = await openPage(browser, PROGRAM_PAGE);
    await page.choose('#files', leaveOutLimits(folder));
    await page.until(isReady);
    await page.click('#add-limit');
    await page.until(() => document.querySelector('#limit-0-country') !== null);
    await page.evaluate(fill, ['#limit-0-country', 'Germny']);
    await page.until(() => document.querySelector('#limit-0-country-problems') !== null);
    expect(await page.evaluate(() => document.querySelector('#limit-0-country-problems')!.textContent)).toMatch(
      /Germny.*DE/u,
    );
    await shoot(page, 'limits');
    expect(await listAxeFindings(page)).toEqual([]);
    await page.evaluate(fill, ['#limit-0-country', 'Germany']);
    await page.evaluate(fill, ['#limit-0-max', '7']);
    await page.until(isReady);
    await page.until(() => document.querySelector('.sentences')?.textContent?.includes('7') === true);
    await page.click('.actions button.main');
    await page.until(() => document.querySelector('#answer') !== null);
    const { bytes } = await page.download(() => page.click('#answer button.main'));
    writeFileSync(join(folder, 'limits.csv'), unpackFiles(bytes).get('input-limits.csv')!);
    callIn(folder, 'match', ...INTO_RUN, ...makeFlags(['mentors', 'mentees', 'limits']));
    expect(Object.fromEntries(unpackFiles(bytes))).toEqual(readRun(join(folder, 'run')));
    expect(readFileSync(join(folder, 'limits.csv'), 'utf8')).toBe(
      '"country","side","min","max"\n"Germany","mentee","0","7"\n',
    );
  });

  test('points and slots that cannot be are told at their fields, and what was typed stays there', async () => {
    const page = await openPage(browser, PROGRAM_PAGE);
    await page.choose('#files', leaveOutLimits(copyModel()));
    await page.until(isReady);
    await page.evaluate(fill, ['#points-0', '9000000']);
    await page.evaluate(fill, ['#usual-slots', '-2']);
    await page.until(() => document.querySelector('#usual-slots-problems') !== null);
    await page.until(() => document.querySelector('#points-0-problems') !== null);
    const told = await page.evaluate(() =>
      ['points-0', 'usual-slots'].map(id => {
        const field = document.querySelector<HTMLInputElement>(`#${id}`)!;
        const text = document.querySelector(`#${field.getAttribute('aria-describedby')}`)!.textContent;
        return [field.value, field.getAttribute('aria-invalid'), text];
      }),
    );
    expect(told).toEqual([
      ['9000000', 'true', expect.stringContaining('1000000')],
      ['-2', 'true', expect.stringContaining('0')],
    ]);
    await shoot(page, 'points');
    expect(await listAxeFindings(page)).toEqual([]);
    await page.evaluate(fill, ['#points-0', '30']);
    await page.evaluate(fill, ['#usual-slots', '2']);
    await page.until(isReady);
  });

  test('goals are chosen, moved, taken out and put in, and what cannot be stands at its goal', async () => {
    const page = await openPage(browser, PROGRAM_PAGE);
    await page.choose('#files', leaveOutLimits(copyModel()));
    await page.until(isReady);
    await page.evaluate(fill, ['[aria-labelledby=order-head] select', 'weakest']);
    await page.until(() => document.querySelectorAll('ol.order li').length === 5);
    const first = await page.evaluate(listGoals);
    for (const count of [2, 1]) {
      await page.click(`ol.order li:nth-child(${count + 1}) button:nth-of-type(1)`);
    }
    await page.until(() => document.querySelector('ol.order li:first-child .wrong') !== null);
    const [mentees, tandems, worst, ...rest] = first;
    expect(await page.evaluate(listGoals)).toEqual([worst, mentees, tandems, ...rest]);
    await page.click('ol.order li:first-child button:last-of-type');
    await page.until(isReady);
    expect(await page.evaluate(listGoals)).toEqual([mentees, tandems, ...rest]);
    await page.click('ul.order li:first-child button');
    await page.until(() => document.querySelectorAll('ol.order li').length === 5);
    await shoot(page, 'goals');
    expect(await listAxeFindings(page)).toEqual([]);
    const { bytes } = await page.download(() => page.click('#save-config'));
    expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({
      objective: ['mentees', 'tandems', 'score', 'balance', 'mentors'],
    });
  });

  test('a run is saved into a new folder where the browser can, and what fails is said and not called saved', async () => {
    const page = await openPage(browser, PROGRAM_PAGE);
    const canSave = await page.evaluate(() => 'showDirectoryPicker' in globalThis);
    await page.evaluate(pretendFolders);
    await page.choose('#files', MODEL);
    await page.until(isReady);
    await page.click('.actions button.main');
    await page.until(() => document.querySelector('#save-into') !== null);
    const { bytes } = await page.download(() => page.click('#answer button.main'));
    await page.click('.actions button.main');
    await page.until(() => document.querySelector('#answer [role=status]')?.textContent === 'The run is not saved.');
    for (const [how, said] of [
      ['refused', /^Nothing was saved: no folder was chosen/u],
      ['failing', /^Nothing was saved: the browser could not write all files/u],
      ['stuck', /^The run is not saved: .* Delete the folder run-2/u],
    ] as const) {
      await page.evaluate(setFolder, how);
      await page.click('#save-into');
      await page.until(
        () => !/^The run is not saved\.$/u.test(document.querySelector('#answer [role=status]')!.textContent!),
      );
      await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 100)));
      expect(await page.evaluate(() => document.querySelector('#answer [role=status]')!.textContent)).toMatch(said);
      expect(await page.evaluate(isAskedWhenLeaving)).toBe(true);
    }
    await page.evaluate(setFolder, 'fine');
    await page.click('#save-into');
    await page.until(() => document.querySelector('#answer [role=status]')!.textContent!.startsWith('Saved in'));
    expect(await page.evaluate(isAskedWhenLeaving)).toBe(false);
    const saved = await page.evaluate(() => (globalThis as unknown as Pretended).pretended.saved);
    const names = [...unpackFiles(bytes).keys()];
    expect(Object.keys(saved).sort()).toEqual(names.map(name => `run-2/${name}`).sort());
    for (const [name, content] of unpackFiles(bytes)) {
      expect(saved[`run-2/${name}`]).toBe(Buffer.from(content).toString('latin1'));
    }
    expect(Object.keys(saved).at(-1)).toBe('run-2/certificate.json');
    expect(canSave).toBe(browser === 'chromium');
  });

  test.each(['different', 'same'] as const)(
    'whether two rows are one person is asked, and "%s" is kept',
    async answer => {
      const folder = workFolder();
      const put = (name: string, lines: readonly string[]) => {
        writeFileSync(join(folder, name), lines.join('\n'));
        return join(folder, name);
      };
      const files = [
        put('mentors.csv', [
          'id;name;email;department',
          'm1;Ada Lang;ada@example.org;IT',
          'm2;Bo Li;bo@example.org;IT',
        ]),
        put('mentees.csv', [
          'id;name;email;department',
          'e1;Ada Lang;lang@example.org;HR',
          'e2;Cy Oz;cy@example.org;HR',
        ]),
      ];
      const page = await openPage(browser, PROGRAM_PAGE);
      await page.choose('#files', files);
      await page.until(() => document.querySelector('.alike') !== null);
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll('.compare li')].map(one => one.textContent),
      );
      expect(shown).toEqual(expect.arrayContaining(['email: ada@example.org', 'email: lang@example.org']));
      await shoot(page, 'alike');
      expect(await listAxeFindings(page)).toEqual([]);
      await page.click(`.alike button:nth-of-type(${answer === 'different' ? 1 : 2})`);
      await page.until(() => document.querySelector('.alike') === null);
      const { bytes } = await page.download(() => page.click('#save-config'));
      expect(JSON.parse(Buffer.from(bytes).toString())).toEqual({ [answer]: [['m1', 'e1']] });
      writeFileSync(join(folder, 'rmentor.config.json'), bytes);
      expect(callIn(folder, 'validate', ...makeFlags(['mentors', 'mentees']))).not.toContain('W178');
    },
  );

  test('a finished run is checked', async () => {
    const folder = copyModel();
    callIn(folder, 'match', ...INTO_RUN);
    const page = await openPage(browser, PROGRAM_PAGE);
    await page.choose(
      '#files',
      readdirSync(join(folder, 'run')).map(name => join(folder, 'run', name)),
    );
    await page.until(() => document.querySelector('.actions button.main') !== null);
    await page.click('.actions button.main');
    await page.until(() => document.querySelector('#answer') !== null);
    await shoot(page, 'verified');
    expect(await page.evaluate(() => document.querySelector('.said')!.textContent)).toMatch(/^PROVEN/u);
  });

  test('one sheet that is dropped can be of both sides', async () => {
    const page = await openPage(browser, PROGRAM_PAGE);
    await page.evaluate(() => {
      const rows = [
        'id;name;email;department;role',
        '1;Ada Lang;a@example.org;IT;mentor',
        '2;Bo Li;b@example.org;HR;mentee',
      ];
      const transfer = new DataTransfer();
      transfer.items.add(new File([rows.join('\n')], 'all.csv'));
      document.querySelector('.drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
    });
    await page.until(() => document.querySelector('.file select') !== null);
    await page.evaluate(() => {
      const choice = document.querySelector<HTMLSelectElement>('.file select')!;
      choice.value = 'both';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.until(isReady);
    await page.click('.actions button.main');
    await page.until(() => document.querySelector('#answer') !== null);
    await page.until(() => document.querySelector('.result')?.textContent?.includes('Ada Lang') === true);
  });

  test('what takes long can be cancelled, and asked again', async () => {
    const folder = workFolder();
    const { status } = spawnSync(process.execPath, [PROGRAM, 'sample', '-o', folder, '-q', ...LARGE]);
    expect(status).toBe(0);
    const page = await openPage(browser, PROGRAM_PAGE);
    await page.choose(
      '#files',
      ['mentors.csv', 'mentees.csv', 'limits.csv', 'rmentor.config.json'].map(name => join(folder, name)),
    );
    await page.until(isReady);
    const cancelled = page.evaluate(cancelWhilePairing);
    await page.click('.actions button.main');
    await cancelled;
    await page.until(isReady);
    expect(await page.evaluate(() => document.querySelector('#answer') === null)).toBe(true);
    await page.evaluate(watchStalls);
    await page.click('#check');
    await page.until(() => document.querySelector('#answer .said') !== null);
    await page.click('.actions button.main');
    await page.until(() => document.querySelector('#rules-part') !== null);
    // On a machine with nothing else to do it is under 100 ms.
    expect(await page.evaluate(() => (globalThis as unknown as Stalls).longestStall)).toBeLessThan(MOST_STALLED);
  });

  test.each(HOSTILE)('the text %j changes nothing but text', async text => {
    const folder = workFolder();
    const put = (name: string, lines: readonly string[]) => {
      writeFileSync(join(folder, name), lines.join('\n'));
      return join(folder, name);
    };
    const quoted = `"${text.replaceAll('"', '""')}"`;
    const files = [
      put('mentors.csv', [`id;name;email;country;department;${quoted}`, `1;${quoted};a@example.org;DE;HR;${quoted}`]),
      put('mentees.csv', ['id;name;email;country;department', `2;${quoted}x;b@example.org;${quoted};${quoted}`]),
    ];
    const page = await openPage(browser, PROGRAM_PAGE);
    await page.choose('#files', files);
    await page.until(() => document.querySelector('.problems-head, .problems') !== null);
    const shown = await page.evaluate(() => [...document.querySelectorAll('.sheet td')].map(cell => cell.textContent));
    expect(shown).toContain(text);
    expect(await page.evaluate(() => document.querySelectorAll('img, script').length)).toBe(1);
  });

  test('nothing is there that axe-core finds fault with, light or dark, wide or on a phone', async () => {
    for (const look of LOOKS) {
      const page = await openPage(browser, PROGRAM_PAGE, look);
      await page.choose('#files', writeFaulty(workFolder()));
      await page.until(() => document.querySelectorAll('.sheet td .mark').length === 2);
      await shoot(page, look.isDark ? 'dark-phone' : 'light');
      expect(await listAxeFindings(page)).toEqual([]);
    }
  });
});

const INTO_RUN = ['--bundle', '--out', 'run'];

/** The model programme without its limits, in a folder of its own. */
function leaveOutLimits(folder: string): readonly string[] {
  const path = join(folder, 'rmentor.config.json');
  const { limits: _, ...others } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, `${JSON.stringify(others, null, 2)}\n`);
  rmSync(join(folder, 'limits.csv'));
  return readdirSync(folder).map(name => join(folder, name));
}

interface Stalls {
  longestStall: number;
}

/** Milliseconds that tests may be kept waiting for by others on the machine, too. */
const MOST_STALLED = 500;

/** Measures how long the page does not answer. */
const watchStalls = () => {
  const global = globalThis as unknown as Stalls;
  global.longestStall = 0;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    global.longestStall = Math.max(global.longestStall, now - last - 50);
    last = now;
  }, 50);
};

/** What the page is given instead of folders of this computer. */
interface Pretended {
  pretended: { how: 'refused' | 'failing' | 'stuck' | 'fine'; saved: Record<string, string> };
}

const setFolder = (how: Pretended['pretended']['how']) => {
  (globalThis as unknown as Pretended).pretended = { how, saved: {} };
};

/** A folder with another one in it, "run", which the page must leave alone. */
const pretendFolders = () => {
  const global = globalThis as unknown as Pretended & { showDirectoryPicker: () => Promise<unknown> };
  global.pretended = { how: 'fine', saved: {} };
  const makeFile = (path: string) => {
    const { how, saved } = global.pretended;
    const isLast = path.endsWith('summary.json') && how !== 'fine';
    let letters = '';
    return {
      createWritable: async () => ({
        write: async (bytes: Uint8Array) => {
          if (isLast) throw new DOMException('full', 'QuotaExceededError');
          for (const byte of bytes) letters += String.fromCharCode(byte);
        },
        abort: async () => {},
        close: async () => {
          saved[path] = letters;
        },
      }),
    };
  };
  global.showDirectoryPicker = async () => {
    if (global.pretended.how === 'refused') throw new DOMException('no', 'AbortError');
    return {
      keys: async function* () {
        yield 'run';
      },
      getDirectoryHandle: async (folder: string) => ({
        getFileHandle: async (name: string) => makeFile(`${folder}/${name}`),
      }),
      removeEntry: async () => {
        if (global.pretended.how === 'stuck') throw new DOMException('in use', 'NoModificationAllowedError');
      },
    };
  };
};

const makeFlags = (roles: readonly string[]) => roles.flatMap(role => [`--${role}`, `${role}.csv`]);

/** Fills a field, as somebody does who then leaves it. */
const fill = ([selector, value]: readonly string[]) => {
  const field = document.querySelector<HTMLInputElement>(selector!)!;
  field.value = value!;
  field.dispatchEvent(new Event('change', { bubbles: true }));
};

const listGoals = () =>
  [...document.querySelectorAll('ol.order li .row > span')].map(({ textContent }) => textContent!);

function copyModel(): string {
  const folder = workFolder();
  for (const path of MODEL) cpSync(path, join(folder, basename(path)));
  return folder;
}

/** What the program prints for a call that ends well. */
function callIn(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd: folder, encoding: 'utf8' });
  expect([status, stderr.includes('error')]).toEqual([0, false]);
  return stdout;
}

function writeRun(folder: string, zip: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of unpackFiles(zip)) writeFileSync(join(folder, name), bytes);
}

function readRun(folder: string): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(readdirSync(folder).map(name => [name, new Uint8Array(readFileSync(join(folder, name)))]));
}

function readPairs(folder: string): readonly string[] {
  const rows = readRows(join(folder, 'tandems.csv'));
  return rows.map(({ mentor_name: mentor, mentee_name: mentee }) => `${mentor} mentors ${mentee}`);
}

const getCount = () => document.querySelector('.review-bar [role=status]')!.textContent!;

/** Tandems that ended, and new ones, as the page lists them. */
const listMoves = () =>
  [...document.querySelectorAll('#again details')].map(list =>
    [...list.querySelectorAll('li')].map(({ textContent }) => textContent!).sort(),
  );

/** Approves the first tandem of the queue, and declines the one that is third. */
async function decideTwice(page: OpenPage): Promise<void> {
  await page.click('.queue li:nth-child(1) button');
  await page.press('a');
  await page.click('.queue li:nth-child(3) button');
  await page.click('.act button:nth-child(2)');
  await page.click('.panel label:nth-of-type(1) input');
  await page.click('.panel button[type=submit]');
}

const LOOKS: readonly Look[] = [{}, { isDark: true, width: 390, height: 844 }];

const listMarks = () => [...document.querySelectorAll('.sheet td.bad')].map(cell => cell.textContent);

/** Two sheets with a country that is none, an address twice, and a question for a header. */
function writeFaulty(folder: string): readonly string[] {
  const put = (name: string, lines: readonly string[]) => {
    writeFileSync(join(folder, name), lines.join('\n'));
    return join(folder, name);
  };
  return [
    put('Mentoren.csv', [
      'Personalnummer;Vorname;Nachname;E-Mail;Land;Wie viele Mentees?;Abteilung',
      '1;Min-seo;Seong;m@example.org;Deutschlnad;1-2;HR',
      '2;Ada;Lang;a@example.org;DE;zwei;IT',
      '3;Bo;Li;m@example.org;DE;1;IT',
    ]),
    put('Mentees.csv', ['Personalnummer;Name;E-Mail;Land;Abteilung', '7;Eva Lind;e@example.org;DE;Sales']),
  ];
}
