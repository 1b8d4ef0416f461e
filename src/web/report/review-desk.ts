/**
 * What a review holds while somebody goes through it: the tandem that is looked at, what is decided, and what keys do.
 */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { beginDecisions, type Decision, decide, type ReviewDecisions, undo, writeDecisions } from './decisions.ts';
import type { PageData, ReviewData } from './page-data.ts';

/** Which tandems the queue shows. */
export type Showing = 'look' | 'all' | 'open' | 'decided';

/** A tandem that is looked at, by its row, and what is decided about it. */
export interface ReviewStep {
  readonly data: PageData;
  readonly review: ReviewData;
  readonly row: number;
  readonly decision: Decision;
}

/** What somebody is asked for below the pair. */
type Panel = 'none' | 'decline' | 'note';

/** What a page adds that can match again: the decisions to begin with, and whoever hears of new ones. */
export interface MatchAgain {
  readonly first: ReviewDecisions;
  readonly hear: (decisions: ReviewDecisions) => void;
  readonly match: () => void;
  readonly label: string;
  readonly isBusy: boolean;
}

/** Which tandem is looked at, what is decided, and what can be done. */
export function useDesk(data: PageData, again: MatchAgain | undefined) {
  const [decisions, setDecisions] = useState<ReviewDecisions>(() => again?.first ?? beginDecisions());
  useEffect(() => again?.hear(decisions), [decisions]);
  const [showing, show] = useState<Showing>('look');
  const [asked, go] = useState<number | null>(null);
  const [panel, setPanel] = useState<Panel>('none');
  const [hasKeys, setKeys] = useState(true);
  const [isSaved, setSaved] = useState(false);
  const rows = listQueue(data, decisions, showing);
  const row = asked ?? rows[0] ?? 0;
  const cancel = () => setPanel('none');
  const settle = (change: Partial<Decision>) => {
    setDecisions(decide(decisions, row, change));
    setSaved(false);
    cancel();
  };
  const turn = (by: number) => {
    cancel();
    go(rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(row) + by))] ?? row);
  };
  const save = () => {
    saveFile('decisions.csv', writeDecisions(decisions, data));
    setDecisions({ ...decisions, saved: decisions.now });
    setSaved(true);
  };
  const acts: Acts = {
    approve: () => settle({ status: 'approved', reason: '' }),
    decline: () => setPanel('decline'),
    note: () => setPanel('note'),
    undo: () => setDecisions(undo(decisions)),
    next: () => turn(1),
    back: () => turn(-1),
  };
  return { decisions, showing, show, go, panel, hasKeys, setKeys, isSaved, rows, row, settle, cancel, save, acts };
}

/** The rows that are shown, those that need a look first. */
function listQueue({ tandems }: PageData, { now }: ReviewDecisions, showing: Showing): readonly number[] {
  const all = tandems.map((_, row) => row);
  const isDecided = (row: number) => (now.get(row)?.status ?? '') !== '' || tandems[row]![5] !== 0;
  const needsLook = (row: number) => tandems[row]![4].length > 0;
  switch (showing) {
    case 'look':
      return [...all.filter(needsLook), ...all.filter(row => !needsLook(row))];
    case 'all':
      return all;
    case 'open':
      return all.filter(row => !isDecided(row));
    case 'decided':
      return all.filter(isDecided);
  }
}

/** By a download, which works everywhere and leaves nothing behind in the browser. */
function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Leaving with decisions that are not saved asks. */
export function useLeaveQuestion(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const ask = (event: Event) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isOpen]);
}

/** What can be done about a tandem, and where to go on. */
export type Acts = Readonly<Record<'approve' | 'decline' | 'note' | 'undo' | 'next' | 'back', () => void>>;

const KEYS: Readonly<Record<string, keyof Acts>> = {
  a: 'approve',
  d: 'decline',
  n: 'note',
  z: 'undo',
  j: 'next',
  k: 'back',
};

/** Single keys, where they are switched on, while the focus is in the review and not in a field. */
export function useKeys(box: RefObject<HTMLDivElement | null>, isOn: boolean, acts: Acts): void {
  useEffect(() => {
    const element = box.current;
    if (element === null || !isOn) return undefined;
    const hear = (event: KeyboardEvent) => {
      const act = KEYS[event.key.toLowerCase()];
      const isField =
        event.target instanceof Element && event.target.matches('input:not([type=checkbox]), select, textarea');
      if (act === undefined || isField || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      acts[act]();
    };
    element.addEventListener('keydown', hear);
    return () => element.removeEventListener('keydown', hear);
  });
}
