import { expect, test } from 'vitest';
import { isMailAddress } from '../../src/domain/mail-address.ts';

test.each([...['hr@example.org', 'o.konor+x@mail.example.org', "o'konor@example.org", 'hr@müller.example', 'HR_1@x']])(
  '%j is an address that a mail may have',
  address => expect(isMailAddress(address)).toBe(true),
);

test.each([
  ...['', 'hr', '@example.org', 'hr@', 'hr@a b', 'a b@example.org', 'büro@example.org', 'hr@x.org, y@x.org', 'hr@a%b'],
  ...[
    'hr@x.org\nBcc: y@x.org',
    'hr\r\nBcc: y@x.org',
    'HR <hr@x.org>',
    '"a b"@x.org',
    'hr@@x.org',
    'hr@ü%',
    'a:b@x.org',
  ],
])('%j is none', address => expect(isMailAddress(address)).toBe(false));
