import type { CodeIn, MessageArea } from '../../../../domain/message-areas.ts';

/** The longer story of a message. Code in it is marked as in Markdown. */
export interface StoryWords {
  readonly title: string;
  /** What happened, and why it matters. */
  readonly why: string;
  readonly whatToDo: string;
}

/** A story for each code of an area: one that is missing does not compile. */
export type StoriesOf<Area extends MessageArea> = Readonly<Record<CodeIn<Area>, StoryWords>>;

/** The page that has all stories, besides them. */
export interface MessagesPage {
  readonly title: string;
  /** What the parts of a message are, before an example. */
  readonly intro: string;
  /** Paragraphs behind it. */
  readonly details: readonly string[];
  readonly areas: Readonly<Record<MessageArea, string>>;
  readonly whatToDo: (text: string) => string;
}
