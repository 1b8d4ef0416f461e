/**
 * What importers make of a file, restated from their documentation or source, and sharing nothing with what writes the files:
 * - listmonk: knadh/listmonk, internal/subimporter/importer.go (LoadCSV, SanitizeEmail, ValidateFields);
 * - GOV.UK Notify: alphagov/notifications-utils, recipients.py (get_rows, _get_error_for_field, duplicate_recipient_column_headers)
 *   and recipient_validation/email_address.py;
 * - Mailchimp: mailchimp.com/help/format-guidelines-for-your-import-file, and merge tags of ten characters;
 * - Brevo: help.brevo.com 208729849; - SendGrid: twilio.com/docs/sendgrid, mail send, limits and errors.
 */
import { parse } from 'csv-parse/sync';

/** What an importer reads of somebody, and what it would say against the file. */
export interface Imported {
  readonly people: readonly (Readonly<Record<string, unknown>> & { readonly email: string })[];
  readonly faults: readonly string[];
}

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const rowsOf = (text: string, delimiter = ','): string[][] => parse(text, { delimiter, relax_column_count: true });

/** Go's mail.ParseAddress takes a plain address only as it is: no blanks, no brackets, one @. */
const isPlainAddress = (text: string) => /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+$/u.test(text);

export function importToListmonk(bytes: Uint8Array): Imported {
  const [header = [], ...rows] = rowsOf(decode(bytes));
  const known = ['email', 'name', 'attributes'];
  const keys = new Map(header.map((name, at) => [name.trim().replace(/[^ -~]/gu, ''), at] as const));
  const faults = known.filter(name => !keys.has(name)).map(name => `no column ${name}`);
  const ignored = header.filter(name => !known.includes(name)).map(name => `ignored column ${name}`);
  const byAddress = new Map<string, Imported['people'][number]>();
  const told = rows.flatMap((cells, at): string[] => {
    const email = (cells[keys.get('email')!] ?? '').trim().toLowerCase();
    if (cells.length < known.length) return [`skipped row ${at}: too few cells`];
    if (new TextEncoder().encode(email).length > 1000 || !isPlainAddress(email)) return [`skipped row ${at}: ${email}`];
    const attributes = readObject(cells[keys.get('attributes')!] ?? '');
    const again = byAddress.has(email) ? [`row ${at} replaces an earlier one`] : [];
    byAddress.set(email, { email, name: (cells[keys.get('name')!] ?? '').trim(), attributes });
    return [...again, ...(attributes === null ? [`row ${at}: attributes are dropped`] : [])];
  });
  return { people: [...byAddress.values()], faults: [...faults, ...ignored, ...told] };
}

function readObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** @param placeholders of the template. */
export function importToNotify(bytes: Uint8Array, placeholders: readonly string[]): Imported {
  const [header = [], ...rows] = rowsOf(decode(bytes).trim());
  const key = (name: string) => name.toLowerCase().replace(/[\s_-]/gu, '');
  const isRecipient = (name: string) => key(name) === 'emailaddress';
  const faults = [
    ...(header.filter(isRecipient).length === 1 ? [] : ['the recipient is not one column']),
    ...placeholders.filter(name => !header.some(column => key(column) === key(name))).map(name => `missing ${name}`),
    ...(rows.length > 100_000 ? ['too many rows'] : []),
  ];
  const people = rows.map(cells => {
    const person: Record<string, unknown> & { email: string } = { email: '' };
    header.forEach((name, at) => {
      const cell = (cells[at] ?? '').trim() || null;
      if (isRecipient(name)) person.email = cell ?? '';
      else if (!(name in person)) person[name] = cell;
      else person[name] = [person[name], cell].flat().filter(one => one !== null);
    });
    return person;
  });
  const told = people.flatMap((person, at) => [
    ...(isTakenByNotify(person.email) ? [] : [`row ${at}: not a valid address: ${person.email}`]),
    ...placeholders.filter(name => person[name] === null).map(name => `row ${at}: ${name} is missing`),
  ]);
  return { people, faults: [...faults, ...told] };
}

function isTakenByNotify(address: string): boolean {
  const [, host] = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~\\-]+@([^.@][^@\s]+)$/u.exec(address) ?? [];
  return host !== undefined && address.length <= 320 && !address.includes('..') && host.split('.').length > 1;
}

export function importToMailchimp(bytes: Uint8Array): Imported {
  const [header = [], ...rows] = rowsOf(decode(bytes));
  const tags = header.map(name => name.slice(0, 10).toUpperCase());
  const people = rows.map(cells => ({
    email: cells[header.indexOf('Email Address')] ?? '',
    ...Object.fromEntries(header.map((name, at) => [name, cells[at]])),
  }));
  const faults = [
    ...(header[0] === 'Email Address' ? [] : ['no address column']),
    ...tags.filter((tag, at) => tags.indexOf(tag) !== at).map(tag => `tag twice: ${tag}`),
    ...rows.flatMap((cells, at) => (cells.length === header.length ? [] : [`row ${at} has other cells`])),
    ...rows.flatMap(cells =>
      cells.filter(cell => new TextEncoder().encode(cell).length > 255).map(cell => `cut: ${cell}`),
    ),
    ...rows.flatMap(cells => (cells.includes('') ? ['a cell is empty: the old value stays'] : [])),
    ...people.filter(({ email }) => !/^[\x21-\x7e]+@/u.test(email)).map(({ email }) => `refused: ${email}`),
    ...findRepeated(people.map(({ email }) => email)),
  ];
  return { people, faults };
}

export function importToBrevo(bytes: Uint8Array): Imported {
  const [header = [], ...rows] = rowsOf(decode(bytes), ';');
  const people = rows.map(cells => ({
    email: cells[header.indexOf('EMAIL')] ?? '',
    ...Object.fromEntries(header.map((name, at) => [name, cells[at]])),
  }));
  const faults = [
    ...header.filter(name => !/^[A-Z0-9_]+$/u.test(name)).map(name => `no attribute can be called ${name}`),
    ...(header.includes('EMAIL') ? [] : ['no EMAIL']),
    ...findRepeated(people.map(({ email }) => email)),
  ];
  return { people, faults };
}

interface Request {
  readonly personalizations: readonly {
    readonly to: readonly { readonly email: string; readonly name: string }[];
    readonly dynamic_template_data: object;
  }[];
}

export function sendBySendgrid(bytes: Uint8Array): Imported {
  const { personalizations } = JSON.parse(decode(bytes)) as Request;
  const people = personalizations.map(({ to, dynamic_template_data: data }) => ({ email: to[0]?.email ?? '', data }));
  const faults = [
    ...(personalizations.length >= 1 && personalizations.length <= 1000 ? [] : ['not 1 to 1,000 personalizations']),
    ...personalizations.filter(({ to }) => to.length !== 1).map(() => 'not one recipient'),
    ...findRepeated(people.map(({ email }) => email)),
  ];
  return { people, faults };
}

function findRepeated(addresses: readonly string[]): string[] {
  return addresses.filter((one, at) => addresses.indexOf(one) !== at).map(one => `address twice: ${one}`);
}
