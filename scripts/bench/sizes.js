// What is measured by default: how many mentees go with so many mentors, and which programmes at which sizes.

/** @type {Readonly<Record<number, number>>} */
export const MENTEES = { 160: 220, 1000: 1500, 2000: 3000, 20000: 30_000, 100000: 150_000 };

/** Programme by programme: its sizes, and what it is, in words for the results page. */
export const INSTANCES = {
  standard: {
    sizes: [160, 2000, 20_000, 100_000],
    what: 'what `rmentor sample` invents, with its own limits and policy; at 100,000 × 150,000 with `"crossBorder": "forbid"`',
  },
  limits: {
    sizes: [160, 2000, 20_000],
    what: 'every country may use 60 % of its places, every other country 60 % of its mentees: limits bind nearly everywhere, on both sides',
  },
  alike: {
    sizes: [160, 2000, 20_000],
    what: 'everybody may meet everybody and every pair scores the same: ties everywhere',
  },
  'one-country': {
    sizes: [160, 2000, 20_000],
    what: 'nine of ten people are in one country',
  },
  random: {
    sizes: [160, 2000, 20_000],
    what: 'no rule and no preference: 50 random mentors a mentee, each pair with random points in pairs.csv (at 20,000 × 30,000 that is 1.5 million rows to read)',
  },
  'random-dense': {
    sizes: [160, 1000],
    what: 'random points for every pair, all listed in pairs.csv (1.5 million rows at 1,000 × 1,500)',
  },
};
