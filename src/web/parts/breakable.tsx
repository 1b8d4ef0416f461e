/** A text that may break behind what separates its parts, before it breaks anywhere else. */

/** Nothing is put into the text itself: it is copied and read aloud as it is. */
export function Breakable({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(?<=[;,@])/u).map((part, at) => (
        <>
          {at > 0 && <wbr />}
          {part}
        </>
      ))}
    </>
  );
}
