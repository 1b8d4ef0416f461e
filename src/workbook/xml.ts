import { BeyondBound, MOST } from '../domain/input-bounds.ts';
import { findEntry } from '../domain/own-key-lookup.ts';
import { DamagedWorkbook } from '../domain/workbook.ts';

/**
 * Goes through an XML text from tag to tag, as the parts of workbooks are written: UTF-8, without a document type, so
 * that no entity can grow. What is not well-formed throws an Error. Nothing is built, so that a part costs no more than
 * its length. Names are without their prefix. Grammar: XML 1.0, §2 to §4.1.
 */
export class XmlReader {
  /** What was read last: a tag, or text between two tags. */
  kind: 'open' | 'close' | 'text' = 'text';
  /** The name of the tag. */
  name = '';
  /** Tags that are open, the outermost first; of an opening tag, itself included. */
  readonly path: string[] = [];
  readonly #xml: string;
  #at = 0;
  #attributes = '';
  #isEmpty = false;
  #raw = '';
  #isVerbatim = false;

  /**
   * @param letters the bytes of the text, a letter a byte, whatever stands in it: only
   * texts that are asked for are decoded.
   */
  constructor(letters: string) {
    this.#xml = letters;
    if (this.#xml.startsWith(MARK)) this.#at = MARK.length;
    const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)/u.exec(this.#xml.slice(this.#at, this.#at + 200))?.[1];
    if (/^(?:\u00fe\u00ff|\u00ff\u00fe)/u.test(this.#xml) || !/^(?:utf-?8|us-ascii)$/iu.test(declared ?? 'utf-8')) {
      throw new DamagedWorkbook('part not UTF-8');
    }
  }

  /** Reads on; false at the end. */
  readNext(): boolean {
    if (this.#isEmpty) return this.#closeEmpty();
    if (this.kind === 'close') this.path.pop();
    if (this.#at >= this.#xml.length) return this.#end();
    if (this.#xml[this.#at] !== '<') return this.#readText();
    if (this.#xml.startsWith('<!--', this.#at)) return this.#pass('-->');
    if (this.#xml.startsWith('<?', this.#at)) return this.#pass('?>');
    if (this.#xml.startsWith(CDATA, this.#at)) return this.#readVerbatim();
    return this.#readTag();
  }

  /** The text that was read, with its entities resolved. */
  get text(): string {
    return this.#isVerbatim ? decodeUtf8(normaliseLines(this.#raw)) : resolveEntities(normaliseLines(this.#raw));
  }

  /** An attribute of the opening tag by its name without prefix; null where it has none. */
  findAttribute(name: string): string | null {
    ATTRIBUTE.lastIndex = 0;
    for (let found = ATTRIBUTE.exec(this.#attributes); found !== null; found = ATTRIBUTE.exec(this.#attributes)) {
      if (stripPrefix(found[1]!) === name) return resolveEntities((found[2] ?? found[3]!).replace(/[\t\n\r]/gu, ' '));
    }
    return null;
  }

  /** Passes over all that is in the tag that was opened last. */
  skip(): void {
    const depth = this.path.length;
    while (!(this.kind === 'close' && this.path.length === depth)) if (!this.readNext()) return;
  }

  #readTag(): true {
    TAG.lastIndex = this.#at;
    const end = this.#xml.indexOf('>', this.#at);
    if (end - this.#at > MOST.tagLetters) throw new BeyondBound({ of: 'letters of a tag', most: MOST.tagLetters });
    const found = TAG.exec(this.#xml);
    if (found === null) throw new DamagedWorkbook('part damaged');
    const [whole, slash = '', name = '', attributes = '', empty = ''] = found;
    this.#at += whole.length;
    this.name = stripPrefix(name);
    if (slash === '') this.#open(attributes, empty !== '');
    else this.#close(attributes);
    return true;
  }

  #open(attributes: string, isEmpty: boolean): void {
    this.kind = 'open';
    this.#attributes = attributes;
    this.#isEmpty = isEmpty;
    if (this.path.push(this.name) > MOST.nesting) {
      throw new BeyondBound({ of: 'nested tags', most: MOST.nesting });
    }
  }

  #close(attributes: string): void {
    if (attributes !== '' || this.path.at(-1) !== this.name) throw new DamagedWorkbook('part damaged');
    this.kind = 'close';
  }

  #closeEmpty(): true {
    this.#isEmpty = false;
    this.kind = 'close';
    return true;
  }

  #readText(): true {
    const end = this.#xml.indexOf('<', this.#at);
    return this.#take(end < 0 ? this.#xml.length : end, 0, false);
  }

  #readVerbatim(): true {
    this.#at += CDATA.length;
    return this.#take(this.#findEnd(']]>'), 3, true);
  }

  #take(end: number, behind: number, isVerbatim: boolean): true {
    this.kind = 'text';
    this.#raw = this.#xml.slice(this.#at, end);
    this.#isVerbatim = isVerbatim;
    this.#at = end + behind;
    return true;
  }

  #pass(mark: string): true {
    this.#at = this.#findEnd(mark) + mark.length;
    this.kind = 'text';
    this.#raw = '';
    return true;
  }

  #findEnd(mark: string): number {
    const end = this.#xml.indexOf(mark, this.#at);
    if (end < 0) throw new DamagedWorkbook('part cut off');
    return end;
  }

  #end(): false {
    if (this.path.length > 0) throw new DamagedWorkbook('part cut off');
    return false;
  }
}

/** A byte order mark of UTF-8, byte by byte. */
const MARK = '\u00ef\u00bb\u00bf';
const CDATA = '<![CDATA[';
const TAG = /<(\/?)([A-Za-z_\u0080-\u00ff][^\s/>=<"']*)((?:\s+[^\s/>=<"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/uy;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

function stripPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Line ends as XML means them. */
function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text;
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

function decodeUtf8(text: string): string {
  if (!/[\u0080-\u00ff]/u.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return UTF8.decode(bytes);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function resolveEntities(text: string): string {
  const plain = decodeUtf8(text);
  if (!plain.includes('&')) return plain;
  return plain.replace(/&(?:#(\d{1,7})|#x([\dA-Fa-f]{1,6})|(\w{1,8}));|&/gu, (_, digits, hex, name) => {
    const code = digits === undefined ? Number.parseInt(hex, 16) : Number(digits);
    const letter = name === undefined && code <= 0x10_ffff ? String.fromCodePoint(code) : findEntry(ENTITIES, name);
    if (letter === undefined) throw new DamagedWorkbook('part damaged');
    return letter;
  });
}
