/** The programs that a run is handed over to, a line each. */
import type { ExportTool } from '../../domain/hand-over.ts';
import { brevo } from './brevo.ts';
import { chat } from './chat.ts';
import { chronus } from './chronus.ts';
import { csv } from './csv.ts';
import { eml } from './eml.ts';
import type { ExportFormat } from './format.ts';
import { ics } from './ics.ts';
import { json } from './json.ts';
import { listmonk } from './listmonk.ts';
import { mailMerge } from './mail-merge.ts';
import { mailchimp } from './mailchimp.ts';
import { notify } from './notify.ts';
import { sendgrid } from './sendgrid.ts';
import { vcard } from './vcard.ts';

export const FORMATS: Readonly<Record<ExportTool, ExportFormat>> = {
  'mail-merge': mailMerge,
  mailchimp,
  brevo,
  sendgrid,
  listmonk,
  notify,
  chronus,
  eml,
  ics,
  vcard,
  chat,
  json,
  csv,
};
