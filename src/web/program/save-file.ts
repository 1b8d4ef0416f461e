/** Saves bytes as a file, the way that every browser allows. */
export function saveFile(name: string, bytes: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers have taken the bytes by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
