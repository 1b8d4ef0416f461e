/**
 * The script of a report: wakes its tables, and shows one view at a time. Without it the page shows all,
 * with the first rows of each table.
 */
import { hydrate } from 'preact';
import { DATA_ID, type PageData } from './page-data.ts';
import { VIEWS } from './report-types.ts';
import { Review } from './review.tsx';
import { TandemTable, WithoutTable } from './tables.tsx';

const data: PageData = JSON.parse(getElement(DATA_ID).textContent ?? '');
hydrate(<TandemTable {...data} />, getElement('tandem-table'));
if (data.review !== null && data.tandems.length > 0)
  hydrate(<Review data={data} review={data.review} />, getElement('review-desk'));
hydrate(<WithoutTable {...data} />, getElement('without-table'));
addEventListener('hashchange', () => showView(true));
document.documentElement.classList.add('one-view');
showView(false);

function getElement(id: string): HTMLElement {
  return document.getElementById(id)!;
}

/**
 * Shows the view that the address names, or the first. @param isTurned whether somebody turned to
 * it: then its head gets the focus.
 */
function showView(isTurned: boolean): void {
  const named = VIEWS.find(view => `#${view}` === location.hash);
  // A link within a view, like the one to skip to the content, leaves it as it is.
  if (isTurned && named === undefined && location.hash !== '') return;
  const asked = named ?? VIEWS[0];
  for (const view of VIEWS) {
    getElement(view).classList.toggle('shown', view === asked);
    const tab = document.querySelector(`a[href="#${view}"]`)!;
    if (view !== asked) tab.removeAttribute('aria-current');
    else {
      tab.setAttribute('aria-current', 'page');
      // On a phone not all tabs are in sight.
      tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }
  if (!isTurned) return;
  scrollTo(0, 0);
  getElement(`${asked}-head`).focus({ preventScroll: true });
}
