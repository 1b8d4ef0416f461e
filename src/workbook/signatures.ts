/** The first bytes of zip archives (.xlsx, .ods) and of the containers that old workbooks are in. */
const SIGNATURES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Whether bytes begin as workbooks do; other archives, and old files of other programs, do too. */
export function mayBeWorkbook(bytes: Uint8Array): boolean {
  return SIGNATURES.some(signature => signature.every((byte, at) => bytes[at] === byte));
}
