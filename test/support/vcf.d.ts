declare module 'vcf' {
  interface Card {
    readonly get: (key: string) => { readonly valueOf: () => string };
  }
  const vcf: { readonly parse: (text: string) => readonly Card[] };
  export default vcf;
}
