/** What a report shows, in words and numbers: each part as its component draws it. */
import type { PageData } from './page-data.ts';

export interface ReportContents {
  readonly language: string;
  readonly title: string;
  readonly about: string;
  readonly skip: string;
  readonly sections: string;
  readonly tabs: Readonly<Record<ViewName, string>>;
  readonly tiles: readonly Tile[];
  readonly unchecked: { readonly head: string; readonly lines: readonly string[] } | null;
  readonly limits: LimitsPart;
  readonly levels: LevelsPart;
  readonly matrix: MatrixPart;
  readonly fit: FitPart;
  readonly load: LoadPart;
  readonly why: WhyPart;
  readonly changes: ChangesPart;
  readonly curve: CurvePart | null;
  readonly rules: RulesPart;
  readonly proof: ProofPart;
  readonly reviewHead: string;
  /** Said where there are too many tandems for a review. */
  readonly tooMany: string;
  readonly tandemsHead: string;
  readonly withoutHead: string;
  readonly foot: string;
  readonly data: PageData;
}

export const VIEWS = ['overview', 'review', 'tandems', 'without', 'rules'] as const;
export type ViewName = (typeof VIEWS)[number];

/** A figure, what it is out of or counts, and what there is to say about it. */
export interface Tile {
  readonly label: string;
  readonly figure: string;
  readonly unit: string;
  readonly note: string;
}

export interface LimitsPart {
  readonly head: string;
  readonly lead: string;
  readonly columns: Readonly<Record<'limit' | 'bar' | 'wanted' | 'used' | 'free' | 'oneMore', string>>;
  readonly rows: readonly LimitRow[];
  /** Limits with room, folded away where others are used up. */
  readonly more: { readonly head: string; readonly rows: readonly LimitRow[] } | null;
  readonly key: Readonly<Record<'is' | 'limit' | 'wanted', string>>;
}

export interface LimitRow {
  readonly name: string;
  readonly bar: Bar;
  readonly wanted: string;
  readonly used: string;
  readonly isUsedUp: boolean;
  readonly free: string;
  readonly oneMore: string;
}

/** A bar: how far it is filled, where its mark and its end are, of a hundred; and the same in words. */
export interface Bar {
  readonly is: number;
  readonly end: number;
  readonly mark: number | null;
  readonly label: string;
}

export interface LevelsPart {
  readonly head: string;
  readonly lead: string;
  readonly rows: readonly {
    readonly name: string;
    readonly value: string;
    readonly bar: Bar | null;
    readonly note: string;
  }[];
  readonly key: Readonly<Record<'is' | 'whole', string>>;
}

export interface MatrixPart {
  readonly head: string;
  /** Says that there is nothing to show where there are no rows. */
  readonly lead: string;
  readonly corner: string;
  readonly total: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly { readonly tandems: number; readonly tint: number; readonly isOwn: boolean }[];
    readonly total: number;
  }[];
  readonly totals: readonly number[];
  readonly all: number;
  readonly key: {
    readonly tints: readonly string[];
    readonly tandems: string;
    readonly own: string;
    readonly none: string;
  };
}

export interface FitPart {
  readonly head: string;
  readonly lead: string;
  readonly table: string;
  readonly columns: Readonly<Record<'points' | 'tandems', string>>;
  readonly bins: readonly {
    readonly from: string;
    readonly range: string;
    readonly tandems: number;
    readonly height: number;
  }[];
}

export interface LoadPart {
  readonly head: string;
  readonly lead: string;
  readonly offered: string;
  readonly mentees: string;
  readonly total: string;
  readonly loads: readonly number[];
  readonly rows: readonly {
    readonly name: string;
    /** null where nobody can have so many. */
    readonly cells: readonly ({ readonly mentors: number; readonly tint: number } | null)[];
    readonly total: number;
  }[];
}

export interface WhyPart {
  readonly head: string;
  /** Said where everybody has a tandem. */
  readonly nobody: string;
  readonly columns: Readonly<Record<'who' | 'why' | 'people' | 'help', string>>;
  readonly rows: readonly {
    readonly who: string;
    readonly why: string;
    readonly people: number;
    readonly help: readonly string[];
  }[];
}

export interface ChangesPart {
  readonly head: string;
  readonly lead: string;
  readonly columns: Readonly<Record<'change' | 'mentor' | 'mentee' | 'why', string>>;
  readonly rows: readonly {
    readonly change: string;
    readonly mentor: string;
    readonly mentee: string;
    readonly why: string;
  }[];
  readonly more: string;
}

export interface CurvePart {
  readonly head: string;
  readonly lead: string;
  readonly label: string;
  readonly x: string;
  readonly y: string;
  readonly columns: Readonly<Record<'changes' | 'points' | 'note', string>>;
  readonly rows: readonly {
    readonly changes: string;
    readonly points: string;
    readonly note: string;
    /** Where the corner is, of a hundred from the left and from below. */
    readonly at: readonly [number, number];
    readonly isOwn: boolean;
  }[];
}

export interface RulesPart {
  readonly head: string;
  readonly lead: string;
  readonly must: { readonly head: string; readonly lines: readonly string[] };
  readonly prefer: { readonly head: string; readonly lines: readonly string[] };
  readonly order: { readonly head: string; readonly lines: readonly string[] };
  readonly keptApart: {
    readonly rule: string;
    readonly pairs: string;
    readonly rows: readonly { readonly rule: string; readonly pairs: number }[];
  };
  readonly ties: string;
}

export interface ProofPart {
  readonly head: string;
  readonly lead: string;
  readonly steps: readonly string[];
  readonly claims: readonly string[];
  readonly run: string;
  readonly otherRun: string;
}
