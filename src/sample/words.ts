/** Seniority, lowest first, as the sample's configuration lists it. */
export const LEVELS = ['trainee', 'junior', 'professional', 'manager', 'director', 'board'] as const;
export type SampleLevel = (typeof LEVELS)[number];

/** A word of which some are drawn oftener than others. */
export interface Weighted<Word extends string> {
  readonly name: Word;
  readonly weight: number;
}

/** The mentors of reverse mentoring are junior, the mentees senior; few are at the ends of the ladder. */
export const MENTOR_LEVELS: readonly Weighted<SampleLevel>[] = [
  { name: 'trainee', weight: 14 },
  { name: 'junior', weight: 46 },
  { name: 'professional', weight: 40 },
];
export const MENTEE_LEVELS: readonly Weighted<SampleLevel>[] = [
  { name: 'manager', weight: 65 },
  { name: 'director', weight: 31 },
  { name: 'board', weight: 4 },
];

/** Whose direct manager somebody may be. Only lower levels: that is why no reporting line closes to a ring. */
export const LEADS: Readonly<Record<SampleLevel, readonly SampleLevel[]>> = {
  trainee: [],
  junior: [],
  professional: [],
  manager: ['trainee', 'junior', 'professional'],
  director: ['professional', 'manager'],
  board: ['director'],
};

/** How many mentees a mentor takes. */
export const CAPACITIES = [
  { slots: 1, weight: 55 },
  { slots: 2, weight: 30 },
  { slots: 3, weight: 15 },
] as const;

/** The departments of a consumer-goods group, the largest first. One name holds a comma, as real ones do. */
export const DEPARTMENTS: readonly Weighted<string>[] = [
  { name: 'Marketing', weight: 36 },
  { name: 'Sales', weight: 34 },
  { name: 'Supply Chain', weight: 26 },
  { name: 'R&D', weight: 22 },
  { name: 'Finance', weight: 18 },
  { name: 'Production', weight: 17 },
  { name: 'IT', weight: 15 },
  { name: 'HR', weight: 12 },
  { name: 'E-Commerce', weight: 11 },
  { name: 'Procurement', weight: 10 },
  { name: 'Legal', weight: 8 },
  { name: 'Corporate Communications', weight: 8 },
  { name: 'Logistics', weight: 7 },
  { name: 'Consumer Insights', weight: 7 },
  { name: 'Quality', weight: 6 },
  { name: 'Customer Service', weight: 6 },
  { name: 'Brand Design', weight: 5 },
  { name: 'Packaging', weight: 5 },
  { name: 'Regulatory Affairs', weight: 4 },
  { name: 'Sustainability', weight: 4 },
  { name: 'Environment, Health & Safety', weight: 3 },
  { name: 'Strategy', weight: 3 },
  { name: 'Facility Management', weight: 2 },
  { name: 'Internal Audit', weight: 2 },
  { name: 'Investor Relations', weight: 1 },
];

/** Second languages that people pick up beside English; German leads because the headquarters are in Germany. */
export const FURTHER_LANGUAGES: readonly Weighted<string>[] = [
  { name: 'German', weight: 8 },
  { name: 'Spanish', weight: 7 },
  { name: 'French', weight: 7 },
  { name: 'Italian', weight: 3 },
  { name: 'Portuguese', weight: 3 },
  { name: 'Chinese', weight: 2 },
  { name: 'Russian', weight: 2 },
  { name: 'Turkish', weight: 2 },
  { name: 'Arabic', weight: 2 },
  { name: 'Polish', weight: 1 },
  { name: 'Dutch', weight: 1 },
  { name: 'Japanese', weight: 1 },
];

/** A topic of everyday digital life: how often mentors offer it and how often mentees wish for it. */
export interface Topic {
  readonly name: string;
  readonly offered: number;
  readonly wished: number;
}

/** Offer and demand differ on purpose: what the young take for granted is not what executives ask for. */
export const TOPICS: readonly Topic[] = [
  { name: 'short video', offered: 20, wished: 12 },
  { name: 'messaging apps', offered: 18, wished: 8 },
  { name: 'photo sharing', offered: 16, wished: 7 },
  { name: 'social networks for work', offered: 11, wished: 16 },
  { name: 'AI assistants', offered: 10, wished: 20 },
  { name: 'music and video streaming', offered: 12, wished: 4 },
  { name: 'podcasts', offered: 11, wished: 7 },
  { name: 'e-commerce', offered: 9, wished: 13 },
  { name: 'influencers', offered: 10, wished: 9 },
  { name: 'online communities', offered: 8, wished: 5 },
  { name: 'mobile payment', offered: 8, wished: 7 },
  { name: 'gaming', offered: 9, wished: 3 },
  { name: 'social listening', offered: 5, wished: 11 },
  { name: 'cloud collaboration', offered: 7, wished: 8 },
  { name: 'presenting online', offered: 5, wished: 7 },
  { name: 'privacy settings', offered: 4, wished: 8 },
  { name: 'wearables', offered: 6, wished: 5 },
  { name: 'smart home', offered: 4, wished: 6 },
  { name: 'sharing economy', offered: 5, wished: 4 },
  { name: 'live shopping', offered: 4, wished: 5 },
  { name: 'blogging', offered: 4, wished: 3 },
  { name: 'data dashboards', offered: 3, wished: 8 },
  { name: 'augmented reality', offered: 3, wished: 4 },
  { name: 'chatbots', offered: 3, wished: 5 },
  { name: 'no-code tools', offered: 2, wished: 3 },
  { name: '3D printing', offered: 2, wished: 2 },
];
