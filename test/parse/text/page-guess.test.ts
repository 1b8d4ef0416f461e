import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeUtf8 } from '../../../src/parse/text/bytes-to-text.ts';
import { decode } from '../../../src/parse/text/decode.ts';
import { decodePage, isCodePage } from '../../../src/parse/text/known-pages.ts';
import { guessPage } from '../../../src/parse/text/page-guess.ts';

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'windows-1252': [
    'Jörg Müller;Öffentlichkeitsarbeit;Zoë Groß;„Homeoffice“ – 50 €;O’Neil;Französisch',
    ...['Hélène Lefèvre;Genève;Éric', 'José Muñoz;García;Peñalosa', 'João Gonçalves;São Paulo', 'Åsa Öberg;Sørensen'],
    ...[
      'Þór Guðmundsdóttir;Sigurður',
      'MÜLLER;JÖRG',
      'Hélène',
      'Citroën',
      'Società;Nicolò;Perché',
      'Benoît;Gaëlle;Loïc',
    ],
  ],
  'windows-1250': [
    ...['Łukasz Żółć;Sprzedaż', 'Gdańsk', 'Wałęsa;Zając;Święcicki', 'Dvořák;Jiří;Černý', 'Kovács Győző;Szűcs;Őrsi'],
    ...['Kovačič;Žižek', 'Łódź', 'Ştefan;Ţiriac;Bălan', 'Małgorzata', 'Dolečková', 'Jabłoński', 'Ľubomír'],
  ],
  'windows-1254': ['Şükrü Yılmaz;İnsan Kaynakları', 'Ayşe Çelik', 'Özgür Öztürk;Gülşen;Doğan', 'Satış;Çağrı;Müdür'],
  macintosh: [
    ...['Jörg Müller;Österreich;Hélène;Führung', 'Müller', 'Köln', 'Groß', 'José Muñoz', 'François', 'Würth;Spaß'],
    ...['João Conceição', 'Zoë', 'MÜLLER', 'Bärbel', 'Jürgen Weiß'],
  ],
  cp850: ['Jörg Müller;Österreich;Größe', 'Hélène Lefèvre;François'],
};

const cases = Object.entries(TEXTS).flatMap(([page, texts]) => texts.map(text => ({ page, text })));

describe('words say which code page they are in', () => {
  test.each(cases)('$page: $text', ({ page, text }) => {
    const bytes = iconv.encode(text, page);
    const guess = guessPage(bytes);
    expect(guess).not.toBeNull();
    expect(decodePage(bytes, guess?.page ?? 'latin1')).toBe(text);
    expect(text).toContain(guess?.word);
  });

  test('what fits two code pages is told with both', () => {
    expect(guessPage(iconv.encode('Gdańsk', 'windows-1250'))).toEqual({
      page: 'Windows-1250',
      word: 'Gdańsk',
      rival: { page: 'Windows-1252', word: 'Gdañsk' },
    });
  });

  test.each([
    ['koi8-r', 'Иван Петров;Москва;Продажи'],
    ['windows-1251', 'Иван Петров;Москва'],
    ['shift_jis', '山田 太郎;日本'],
    ['gb18030', '王小明;北京;市场'],
    ['windows-1253', 'Γιώργος Παπαδόπουλος'],
  ])('%s is none of them, and is not taken for one', (page, text) => {
    expect(guessPage(iconv.encode(text, page))).toBeNull();
  });
});

test('every code page that iconv-lite knows is known by the same names, and says the same', () => {
  const isText = (name: string) => !/^(?:_|hex|base64|binary|ucs|utf7|utf32|cesu8|unicode11utf7)/u.test(name);
  expect(iconv.encodingExists('ascii')).toBe(true);
  const names = Object.keys(iconv.encodings ?? {}).filter(isText);
  expect(names.length).toBeGreaterThan(390);
  const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (const name of names) {
    expect([name, isCodePage(name)]).toEqual([name, true]);
    const text = /[一-龥가-힣あ-ん]/u.test(iconv.decode(iconv.encode('一가あ', name), name)) ? '一二ABC' : null;
    const bytes = text === null ? every : iconv.encode(text, name);
    if (!name.startsWith('u'))
      expect([name, decodePage(bytes, name)]).toEqual([name, iconv.decode(Buffer.from(bytes), name)]);
  }
  for (const name of ['hex', 'base64', 'binary', 'utf-7', 'x', ''])
    expect([name, isCodePage(name)]).toEqual([name, false]);
  for (const name of ['ISO_8859-1:1987', 'Windows-1252', 'windows_1252', 'UTF-8']) expect(isCodePage(name)).toBe(true);
});

describe('a text is decoded as what it is', () => {
  const text = 'name;land\nJörg;Ísland\n';

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16LE', Buffer.from(text, 'utf16le')],
    ['UTF-16BE', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16BE', Buffer.from(text, 'utf16le').swap16()],
  ])('%s', (encoding, bytes) => {
    const { value, problems } = decode('a.csv', bytes, null);
    expect({ ...value, utf8: value && decodeUtf8(value.utf8) }).toEqual({ utf8: text, encoding, isDamaged: false });
    expect(problems.map(({ code }) => code)).toEqual(encoding.startsWith('UTF-8') ? [] : ['W106']);
  });

  test('as the user says, without a warning', () => {
    const { value, problems } = decode('a.csv', iconv.encode('Jírg;Ýlmaz', 'windows-1252'), 'windows-1254');
    expect(value && decodeUtf8(value.utf8)).toBe('Jírg;İlmaz');
    expect(problems).toEqual([]);
  });

  test('what the encoding has no character for is never passed over', () => {
    expect(decode('a.csv', Buffer.from([0x61, 0x81]), 'windows-1252').value?.isDamaged).toBe(true);
    expect(decode('a.csv', Buffer.from([0xc3, 0xbc, 0x3b, 0xc3]), null).value?.isDamaged).toBe(true);
    expect(decode('a.csv', Buffer.from([0xff, 0xfe, 0x00, 0xd8]), null).value?.isDamaged).toBe(true);
  });
});
