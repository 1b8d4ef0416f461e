/** The script of a report: wakes its tables. Without it the page shows the first rows of each, and all else. */
import { hydrate } from 'preact';
import { DATA_ID, type PageData } from './page-data.ts';
import { TandemTable } from './tandem-table.tsx';

const data: PageData = JSON.parse(document.getElementById(DATA_ID)?.textContent ?? '');
hydrate(<TandemTable {...data} />, document.getElementById('tandems')!);
