import { type Publication, publish } from '../io/publish.ts';
import { rehearse } from '../io/rehearse.ts';

/** The files that would be replaced, where nothing is to be written. */
export async function publishUnlessDry(
  publication: Publication,
  { dryRun }: { readonly dryRun?: boolean },
): Promise<readonly string[] | null> {
  if (dryRun) return rehearse(publication);
  await publish(publication);
  return null;
}
