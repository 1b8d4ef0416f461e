/**
 * Before anything is described with zod: it would try whether code may be made of text, which the policy of a
 * page forbids and browsers report.
 */
import { config } from 'zod';

config({ jitless: true });
