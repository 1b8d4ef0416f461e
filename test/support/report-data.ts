import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageData } from '../../src/web/report/page-data.ts';

/** What the script of a run's page finds in it. */
export function readPageData(folder: string): PageData {
  const page = readFileSync(join(folder, 'report.html'), 'utf8');
  const [, data = ''] = /<script id="data"[^>]*>([\s\S]*?)<\/script>/u.exec(page) ?? [];
  return JSON.parse(data);
}
