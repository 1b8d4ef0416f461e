import { expect, test } from 'vitest';
import { DamagedWorkbook } from '../../src/domain/workbook.ts';
import { XmlReader } from '../../src/workbook/xml.ts';

/** What is said in the one element of an XML text. */
function readText(xml: string): string {
  const reader = new XmlReader(xml);
  reader.readNext();
  reader.readNext();
  return reader.text;
}

test('entities are those of XML, and numbers of letters', () => {
  expect(readText('<t>&lt;&amp;&#65;&#x42;&quot;</t>')).toBe('<&AB"');
});

test.each(['&nbsp;', '&toString;', '&valueOf;', '&;', '&#1114112;'])('%s is damage', entity => {
  expect(() => readText(`<t>${entity}</t>`)).toThrow(DamagedWorkbook);
});
