import { en, type Words } from '../en/index.ts';
import { forecast } from './forecast.ts';
import { grammar } from './grammar.ts';

/** Until an area is written in German, it is said in English. */
export const de: Words = { ...en, forecast, grammar };
