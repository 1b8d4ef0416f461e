import type { Disclosed, ExportTool, RecipientGroup } from '../../../domain/hand-over.ts';
import type { Side } from '../../../domain/roster.ts';
import { capitalise } from '../../../domain/text.ts';
import { formatCount, joinNames } from './grammar.ts';

/** What HAND-OVER.md says of a program. */
export interface ToolGuide {
  readonly name: string;
  /** What to do, in order; texts in backticks are typed or clicked. */
  readonly steps: readonly string[];
  /** What the program refuses, cuts or does besides. */
  readonly limits: readonly string[];
  /** How to try it without writing to anybody. */
  readonly tryOut: string;
}

const groups: Readonly<Record<RecipientGroup, string>> = {
  mentors: 'mentors with a tandem',
  mentees: 'mentees with a tandem',
  'unmatched-mentors': 'mentors without a tandem',
  'unmatched-mentees': 'mentees without a tandem',
  'ended-mentors': 'mentors whose only tandem ended',
  'ended-mentees': 'mentees whose only tandem ended',
};

const roles: Readonly<Record<Side, string>> = { mentor: 'mentor', mentee: 'mentee' };

const SEVERAL = 'For each partner there are columns with a number: `partner1_name`, `partner2_name` and so on.';

const KEEPS_OLD =
  'The program keeps an old value where a cell is empty. So rmentor writes "none" where there is nothing to say.';

const tools: Readonly<Record<ExportTool, ToolGuide>> = {
  'mail-merge': {
    name: 'Mail merge in Word, Outlook or Gmail, and Power Automate',
    steps: [
      'Word and Outlook: open your letter, choose `Mailings`, then `Select Recipients` and `Use an Existing List`, and choose the workbook.',
      'Insert columns with `Insert Merge Field`: `name`, `partner1_name` and so on.',
      'LibreOffice: choose `File`, `New` and `Database`, connect to an existing database of the type `Spreadsheet`, and choose the workbook. Writer has its columns under `Tools`, `Mail Merge Wizard`.',
      'Power Automate: put the workbook into OneDrive or SharePoint, and choose `List rows present in a table`. The table is called like the file.',
    ],
    limits: [
      SEVERAL,
      'Power Automate reads 256 rows unless you switch on pagination. The file is locked for some minutes after use.',
      'Exchange Online sends 30 messages a minute and 10,000 a day. Your administrator may have set less.',
    ],
    tryOut: 'Choose `Preview Results` and `Edit Individual Documents` first. Nothing is sent that way.',
  },
  mailchimp: {
    name: 'Mailchimp',
    steps: [
      'Choose `Audience`, then `Add contacts` and `Import contacts`, and upload the file.',
      'Match each column to a field of type text. The header of a column is its merge tag: `*|P1NAME|*`.',
      'Import each file under a tag of its own, and send each letter to one tag.',
    ],
    limits: [
      'A text has at most 255 bytes; an umlaut takes two. rmentor writes nothing if a text is longer.',
      'An e-mail address cannot have letters with accents before the @.',
      KEEPS_OLD,
    ],
    tryOut: 'Import into an audience of its own that holds only you, and send a test e-mail.',
  },
  brevo: {
    name: 'Brevo',
    steps: [
      'Choose `Contacts`, then `Import contacts`, and upload the file. Columns are separated by semicolons.',
      'Let Brevo create the attributes that it does not know, as texts.',
      'Import each file into a list of its own.',
    ],
    limits: [
      'The API drops attributes that do not exist, and says nothing. The import on the website asks you.',
      KEEPS_OLD,
    ],
    tryOut: 'Import into a test list, and send a test e-mail to yourself.',
  },
  sendgrid: {
    name: 'SendGrid',
    steps: [
      'Each file is one request to `POST /v3/mail/send`. Add `from` and `template_id` to each before you send it.',
      'In the dynamic template, write `{{name}}` and `{{#each partners}}{{this.name}}{{/each}}`.',
    ],
    limits: [
      'A request holds at most 1,000 people, so larger groups are several files.',
      'SendGrid refuses an e-mail address that a request has twice.',
    ],
    tryOut:
      'Add `"mail_settings": {"sandbox_mode": {"enable": true}}`. SendGrid then checks the request and sends nothing.',
  },
  listmonk: {
    name: 'listmonk',
    steps: [
      'Choose `Subscribers`, then `Import`, a list of its own for each file, and the comma as delimiter.',
      'Choose `Overwrite` so that people who are there get their new tandem.',
      'In the campaign, write `{{ .Subscriber.Name }}` and `{{ range .Subscriber.Attribs.partners }}{{ .name }}{{ end }}`.',
    ],
    limits: ['listmonk writes e-mail addresses in small letters.', 'Overwriting replaces all attributes of a person.'],
    tryOut: 'Send the campaign to a list that holds only you.',
  },
  notify: {
    name: 'GOV.UK Notify',
    steps: [
      'Write a template with these placeholders: `((name))`, `((partners))`.',
      'Choose `Upload recipients`, and upload the file.',
    ],
    limits: [
      'Each placeholder must be a column, and none of its cells may be empty. So rmentor writes "none" where there is nothing to say.',
      'Several columns are called `partners`. Notify makes one list of them.',
      'A file has at most 100,000 rows, so larger groups are several files.',
    ],
    tryOut: 'Notify shows a preview of each letter before you send. In trial mode it sends only to your team.',
  },
  chronus: {
    name: 'Chronus',
    steps: ['Upload `connections.csv` where Chronus imports mentoring connections. Everybody in it needs an account.'],
    limits: ['Chronus finds people by their e-mail addresses alone.'],
    tryOut: 'Upload a copy with one row first.',
  },
  eml: {
    name: 'E-mail drafts',
    steps: [
      'Open the files that begin with `mentor-` and `mentee-` one by one. Thunderbird and classic Outlook show each as a draft. Read it, and send it.',
      'To change the letters, edit the files in the folder `letters` beside the config, and export again. `--write-letters` writes them.',
      'With `--at`, files that begin with `tandem-` are invitations to the first meeting, and files that begin with `cancel-` take one back.',
    ],
    limits: [
      'Whether the new Outlook opens such a file as a draft is not known.',
      'An invitation is sent by the person whom `--organiser` names, and the answers go there.',
    ],
    tryOut: 'Open one file, change the recipient to yourself, and send it.',
  },
  ics: {
    name: 'Calendar',
    steps: [
      'Import `kick-offs.ics` into a calendar of your own: it has the first meeting of each tandem.',
      'Or attach the file of a tandem to your letter to these two people.',
    ],
    limits: [
      'Importing a file a second time doubles the event. Delete the old one first, or send invitations instead: `--to eml --at TIME --organiser ADDRESS`.',
      'A file that begins with `cancel-` tells which event to delete.',
    ],
    tryOut: 'Import the file into an empty calendar first.',
  },
  vcard: {
    name: 'Contacts',
    steps: ['Import each file into a folder of contacts of its own: it has a contact for each person.'],
    limits: ['The last word of a name is taken as the family name. Phone numbers come with `--with`.'],
    tryOut: 'Import one contact first.',
  },
  chat: {
    name: 'Slack and Teams',
    steps: [
      'Slack: a workflow or a bot that opens a conversation of two reads `pairs.csv`: two e-mail addresses a line.',
      'Teams: put `pairs.xlsx` into OneDrive. In Power Automate, choose `List rows present in a table`, then `Create a chat` with both e-mail addresses.',
    ],
    limits: [
      'Power Automate reads 256 rows unless you switch on pagination.',
      'Guests may not be found by their e-mail address.',
    ],
    tryOut: 'Leave one row in a copy, with your e-mail address and that of a colleague.',
  },
  json: {
    name: 'Scripts',
    steps: ['`hand-over.json` holds all that is handed over: `tandems`, and the people of each group under `groups`.'],
    limits: ['Texts are exactly as in your sheets. A program that puts them into a web page has to escape them.'],
    tryOut: 'Print what your script would send before it sends anything.',
  },
  csv: {
    name: 'Excel',
    steps: [
      'Open the files by a double click. There is a row for each person, and `tandems.csv` has a row for each tandem.',
    ],
    limits: [
      'A cell that Excel could take for a formula begins with an apostrophe. For e-mail programs, use the export for that program.',
    ],
    tryOut: 'Nothing is sent: these files are for reading.',
  },
};

/** Letters to begin with. */
const letters: Readonly<Record<RecipientGroup, string>> = {
  mentors: [
    'Subject: Your tandem: {partner_names}',
    '',
    'Dear {name},',
    '',
    'you are a mentor in the programme, and this is who you will work with:',
    '',
    '{partners}',
    '',
    'Please write to each other soon and find a first date.',
    '',
    'Thank you for taking part!',
    '',
  ].join('\n'),
  mentees: [
    'Subject: Your tandem: {partner_names}',
    '',
    'Dear {name},',
    '',
    'there is a mentor for you:',
    '',
    '{partners}',
    '',
    'Your mentor has got the same news. Please find a first date together.',
    '',
    'Good talks to you both!',
    '',
  ].join('\n'),
  'unmatched-mentors': [
    'Subject: No tandem for you yet',
    '',
    'Dear {name},',
    '',
    'thank you for offering your time as a mentor. There is no mentee for you in this round yet.',
    '',
    'You will hear as soon as that changes.',
    '',
  ].join('\n'),
  'unmatched-mentees': [
    'Subject: No tandem for you yet',
    '',
    'Dear {name},',
    '',
    'thank you for your interest in a mentor. There is none for you in this round yet.',
    '',
    'You will hear as soon as that changes.',
    '',
  ].join('\n'),
  'ended-mentors': [
    'Subject: Your tandem has ended',
    '',
    'Dear {name},',
    '',
    'your tandem with {former_partners} has ended. You will hear as soon as there is somebody new for you.',
    '',
  ].join('\n'),
  'ended-mentees': [
    'Subject: Your tandem has ended',
    '',
    'Dear {name},',
    '',
    'your tandem with {former_partners} has ended. You will hear as soon as there is somebody new for you.',
    '',
  ].join('\n'),
};

/** What is said where a run is handed over: on the page beside the files, and in them. */
export const handOver = {
  groups,
  letters,
  roles,
  tools,
  /** Stands where a program would keep an old value, or takes no empty cell. */
  nothing: 'none',
  title: (tool: string): string => `Hand-over: ${tool}`,
  intro: (run: string): string => `These files were made from run ${run}. rmentor has sent nothing to anybody.`,
  since: (run: string): string =>
    `They hold only what changed since run ${run} was handed over: people with a new partner, and people whose tandem ended.`,
  filesHead: 'Files',
  tableHead: ['file', 'for', 'rows'] as readonly string[],
  otherFile: 'all tandems',
  notIncludedHead: 'Who is not in them',
  drafts: (count: number): string =>
    `${formatCount(count, 'tandem')} not yet approved. ${count === 1 ? 'Its people are' : 'Their people are'} told nothing.`,
  draftsIncluded: (count: number): string =>
    `Attention: ${formatCount(count, 'tandem')} in these files ${count === 1 ? 'is' : 'are'} not approved. They may still change.`,
  declined: (count: number): string => `${formatCount(count, 'tandem')} declined.`,
  left: 'People who left or withdrew, and mentors who take no mentee.',
  /** The title of a first meeting. */
  eventTitle: (programme: string, mentor: string, mentee: string): string =>
    `${programme === '' ? 'First meeting' : programme}: ${mentor} & ${mentee}`,
  isOff: (title: string): string => `Cancelled: ${title}`,
  forTandem: 'a tandem',
  stepsHead: 'What to do',
  limitsHead: 'Good to know',
  tryHead: 'Try it first',
  privacyHead: 'Personal data',
  privacy: ({ notes, reasons }: Disclosed): string => {
    const leftOut = [
      ...(notes > 0 ? [] : ['notes']),
      ...(reasons > 0 ? [] : ['reasons']),
      'points',
      'requests not to be paired',
    ];
    const list = joinNames(leftOut);
    return `These files hold names and e-mail addresses. ${capitalise(list)} are not in them. Delete the folder when you are done.`;
  },
};

export type HandOverWords = typeof handOver;
