import type { SheetColumn } from '../../domain/roster.ts';
import { ASKING_IN, ASKING_OUT } from '../values/statuses.ts';

type Aliases<Column extends string> = Readonly<Record<Column, readonly (readonly string[])[]>>;

/**
 * What our columns are called in sheets in English, German, French, Italian, Spanish, Dutch and Polish, besides our own
 * names. Names behind the first list of a column often stand for something else: they count only in a sheet in
 * which no name of an earlier list stands.
 */
export const ALIASES: Aliases<Exclude<SheetColumn, 'wish_1'>> & Aliases<string> = {
  id: [
    splitNames(`employee ID, employee number, employee no, personnel number, staff ID, user ID, worker ID, worker number, staff number,
      participant ID, participant number, member number, pnr, Mitarbeiter-ID, Teilnehmernummer,
      Mitarbeiternummer, Mitarbeiternr, Personalnr, Personalnummer, Pers-Nr, Kennung, matricule, numéro employé,
      numéro d'employé, matricola, numero dipendente, número empleado, número de empleado, personeelsnummer,
      medewerkernummer, numer pracownika, numer osobowy, ID pracownika`),
  ],
  name: [
    splitNames(`display name, employee name, full name, vollständiger Name, Vor- und Nachname, Vorname und Nachname,
      Name Vorname, Nachname Vorname, Vorname Nachname, first name last name, last name first name, surname first name, nom complet, nom et prénom, prénom et nom, nom prénom,
      nome completo, nome e cognome, cognome e nome, nombre completo, nombre y apellidos, volledige naam, naam,
      voor- en achternaam, imię i nazwisko, nazwisko i imię, imiona i nazwisko`),
    splitNames(`legal name, worker, employee, participant, Mitarbeiter, Mitarbeiterin, Mitarbeitende, Teilnehmer, Teilnehmerin,
      Teilnehmende, collaborateur, participante, partecipante, dipendente, empleado, medewerker, deelnemer, pracownik,
      uczestnik`),
  ],
  first_name: [
    splitNames('first name, forename, given name, Vorname, prénom, nome proprio, voornaam, imię'),
    splitNames('preferred first name, Rufname, roepnaam'),
  ],
  last_name: [
    splitNames(`last name, family name, surname, Nachname, Familienname, Zuname, nom de famille, cognome, apellido, apellidos,
      achternaam, familienaam, nazwisko, apelido, sobrenome`),
  ],
  email: [
    splitNames(`mail, email address, E-Mail-Adresse, Mailadresse, E-Mail geschäftlich, E-Mail dienstlich, work email,
      business email, email primary work, adresse e-mail, adresse mail, courriel, posta elettronica, indirizzo e-mail,
      indirizzo email, correo, correo electrónico, dirección de correo electrónico, e-mailadres, mailadres, adres e-mail,
      adres email, poczta elektroniczna`),
    splitNames('user principal name, UPN'),
  ],
  department: [
    splitNames(`dept, Abteilung, département, dipartimento, reparto, departamento, afdeling, dział`),
    splitNames(`business unit, division, org unit, organization, organisation, organizational unit, supervisory organization,
      Bereich, Fachbereich, Geschäftsbereich, Organisationseinheit, Ressort, direction, divisione, área, area, unidad,
      jednostka organizacyjna`),
    splitNames('cost center, cost centre, Kostenstelle, function, Funktion, service, servizio'),
  ],
  country: [
    splitNames(`Land, Staat, Arbeitsland, Einsatzland, work country, country region, country of employment, location country,
      pays, paese, país, kraj`),
    splitNames(`country code, ISO country, Ländercode, Länderkürzel, Landeskennzeichen, code pays, codice paese, código de país,
      landcode, kod kraju`),
  ],
  city: [
    splitNames('town, Stadt, Ort, Arbeitsort, Standort, ville, città, ciudad, stad, plaats, miasto, cidade'),
    splitNames(`location, work location, office, site, Büro, Niederlassung, lieu, lieu de travail, site de travail, bureau, sede,
      sede di lavoro, luogo di lavoro, ubicación, lugar de trabajo, locatie, vestiging, werkplek, lokalizacja,
      miejsce pracy`),
  ],
  languages: [
    splitNames(`language, language skills, spoken languages, Sprache, Sprachen, Sprachkenntnisse, langue, langues,
      langues parlées, lingua, lingue, lingue parlate, idioma, idiomas, taal, talen, język, języki`),
  ],
  topics: [
    splitNames(`topic, themes, interests, skills, competences, expertise, areas of expertise, Thema, Themen, Themenwünsche,
      Interessen, Kompetenzen, Fähigkeiten, Schwerpunkte, thème, thèmes, sujets, centres d'intérêt, compétences, temi,
      argomenti, interessi, competenze, temas, intereses, competencias, onderwerpen, interesses, vaardigheden, tematy,
      temat, zainteresowania, umiejętności`),
  ],
  level: [
    splitNames(`seniority, career level, job level, management level, Stufe, Ebene, Karrierestufe, Hierarchieebene,
      Führungsebene, niveau hiérarchique, livello, nivel, niveau, poziom, poziom stanowiska`),
    splitNames('grade, Entgeltgruppe'),
  ],
  manager: [
    splitNames(`line manager, manager ID, manager email, reports to, supervisor, Vorgesetzter, Vorgesetzte, Führungskraft,
      disziplinarische Führungskraft, responsable, responsable hiérarchique, supérieur, supérieur hiérarchique,
      superviseur, responsabile, superiore, jefe, jefe directo, supervisor directo, leidinggevende, przełożony,
      bezpośredni przełożony`),
  ],
  capacity: [
    splitNames(`places, max mentees, maximum mentees, number of mentees, Kapazität, Plätze, Anzahl Mentees, max Anzahl Mentees,
      maximale Anzahl Mentees, capacité, nombre de mentees, nombre de mentorés, capienza, capacità, numero di mentee,
      capacidad, número de mentees, capaciteit, aantal mentees, liczba mentees, liczba podopiecznych`),
  ],
  timezone: [splitNames('tz, Zeitzone, fuseau horaire, fuso orario, zona horaria, tijdzone, strefa czasowa')],
  not_with: [
    splitNames(`exclude, conflicts, do not match with, nicht mit, Ausschluss, ausgeschlossen, exclure, pas avec, escludere,
      non con, excluir, no con, uitsluiten, niet met, wykluczyć, nie z`),
  ],
  status: [
    splitNames(`active, aktiv, employment status, Beschäftigungsstatus, statut, actif, stato, attivo, estado, activo, actief,
      aktywny`),
    [
      ...splitNames(`worker status, employee status, member status, membership status, account status, approval status,
        registration status, participation status, participant status, user status, Teilnahmestatus, Anmeldestatus,
        Mitarbeiterstatus, Kontostatus, Genehmigungsstatus, Vertragsstatus`),
      ...ASKING_IN,
      ...ASKING_OUT,
    ],
  ],
  min_load: [splitNames('min mentees, minimum mentees, mindestens, Mindestanzahl Mentees')],
  priority: [splitNames('Priorität, Prio, priorité, priorità, prioridad, prioriteit, priorytet')],
  date: [
    splitNames(
      'Datum, Ende, end, end date, until, bis, date de fin, data fine, fecha de fin, einddatum, data zakończenia',
    ),
  ],
  next_round: [
    splitNames(`nächste Runde, prochaine édition, prochain tour, prossima edizione,
      próxima edición, próxima ronda, volgende ronde, następna edycja, następna runda`),
  ],
  mentor_email: [splitNames('mentor mail')],
  mentee_email: [splitNames('mentee mail')],
  wants: [
    splitNames(`number of mentors, wanted mentors, Anzahl Mentoren, gewünschte Mentoren, Wunschanzahl, nombre de mentors,
      numero di mentor, número de mentores, aantal mentoren, liczba mentorów`),
  ],
  side: [splitNames('Seite, role, Rolle, Gruppe, group, côté, rôle, lato, ruolo, lado, rol, kant, strona, rola')],
  min: [
    splitNames(`minimum, at least, min tandems, minimum tandems, mindestens, Mindestzahl, Mindestanzahl, Untergrenze, au moins,
      almeno, al menos, minstens, co najmniej`),
  ],
  max: [
    splitNames(`maximum, at most, max tandems, maximum tandems, max number, limit, quota, cap, höchstens, Höchstzahl,
      Höchstanzahl, Maximalzahl, Obergrenze, Quote, Länderquote, max Anzahl, max Anzahl Tandems, Anzahl Tandems, au plus,
      al massimo, como máximo, hoogstens, maksimum, limite, límite, limiet`),
  ],
  mentor: [splitNames('mentor ID, mentor email, mentor name, Mentorin, Mentor/in, Name Mentor, Name Mentorin')],
  mentee: [splitNames('mentee ID, mentee email, mentee name, Mentee/r, Name Mentee')],
  action: [splitNames('Aktion, Regel, Maßnahme, action to take, azione, acción, actie, akcja')],
  points: [splitNames('score, Punkte, Punktzahl, Bewertung, punti, puntos, punten, punkty')],
  reason: [splitNames('Grund, Begründung, motif, raison, motivo, razón, reden, powód')],
};

/**
 * Words that mean a whole name where they stand alone, and one part of it where the sheet has the other part: "Name"
 * beside "Vorname", "Nom" beside "Prénom", "Nombre" beside "Apellidos".
 */
export const PARTS_OF_NAMES: Readonly<Record<'first_name' | 'last_name', readonly string[]>> = {
  first_name: ['nombre', 'nome'],
  last_name: ['name', 'nom', 'naam'],
};

/** Columns that survey forms add by themselves: beside them, "ID" numbers the answers and not the people. */
export const SURVEY_COLUMNS: readonly string[] = splitNames(
  `completion time, Fertigstellungszeit, heure de fin, ora di completamento, hora de finalización, tijd van voltooien,
  godzina ukończenia`,
);

function splitNames(list: string): readonly string[] {
  return list.split(',').map(name => name.trim());
}
