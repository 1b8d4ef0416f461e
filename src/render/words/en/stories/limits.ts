import type { StoriesOf } from './story.ts';

export const limits: StoriesOf<'limits'> = {
  E030: {
    title: 'An unknown side',
    why: "A limit counts the tandems of a country's mentors or of its mentees.",
    whatToDo: 'Write `mentor` or `mentee`. An empty cell means `mentee`.',
  },
  E031: {
    title: 'A minimum above the maximum',
    why: 'No number of tandems can obey this limit.',
    whatToDo: 'Raise `max` or lower `min`, or leave one of them empty.',
  },
  E032: {
    title: 'A limit without numbers',
    why: 'A limit needs a minimum, a maximum, or both.',
    whatToDo: 'Fill in `min` or `max`, or delete the row.',
  },
  E033: {
    title: 'The same limit twice',
    why: 'Two rows limit the same country on the same side, perhaps in two spellings.',
    whatToDo: 'Keep one of the rows.',
  },
  W034: {
    title: 'A limit for a country without people',
    why: 'Nobody on this side is in the country, so the limit has no effect. The country or the side may be wrong.',
    whatToDo: 'Correct the row, or delete it.',
  },
  E048: {
    title: 'Limits of regions that overlap',
    why: 'Two regions share some countries but not all. With such limits rmentor could not promise an exact result.',
    whatToDo: 'Let one region contain all countries of the other, or let them share none.',
  },
  E049: {
    title: 'Limits on pairs of countries',
    why: 'A limit can count the tandems of one country on one side, not those between two countries. With such limits rmentor could not promise an exact result.',
    whatToDo:
      'Write `country,side,min,max`. To allow only tandems within a country, set `"crossBorder": "forbid"` in the config. To make them rare, set `"avoid"`.',
  },
  E050: {
    title: 'Limits on departments',
    why: 'A department may have people in many countries, so its limits would overlap with those of countries. With such limits rmentor could not promise an exact result.',
    whatToDo:
      'Limit countries or regions (`country,side,min,max`). Use a preference to get more tandems between departments.',
  },
};
