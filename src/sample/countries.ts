import { type Culture, NAMES, type NameLists } from './names.ts';

/** A country in which the invented group works. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** The English name, as a sheet would write it. */
  readonly name: string;
  /** How many of the group's people work here, against the other countries. */
  readonly weight: number;
  /** The names of its people by culture, the most frequent culture first. */
  readonly names: readonly NameLists[];
  /** English names of the languages; the first is everybody's. */
  readonly languages: readonly string[];
  /** As written there, the largest office first. */
  readonly cities: readonly string[];
}

/** The group's countries, the largest first: the headquarters are in Germany. */
export const COUNTRIES: readonly Country[] = [
  makeCountry('DE', 'Germany', 300, ['german'], 'German', 'Düsseldorf, Hamburg, München, Köln'),
  makeCountry('US', 'United States', 110, ['english', 'spanish'], 'English', 'Chicago, Stamford, Atlanta, San Diego'),
  makeCountry('CN', 'China', 80, ['chinese'], 'Chinese', 'Shanghai, Guangzhou, Beijing'),
  makeCountry('FR', 'France', 62, ['french'], 'French', 'Paris, Lyon, Orléans'),
  makeCountry('IN', 'India', 55, ['indian'], 'Hindi, English', 'Mumbai, Bengaluru, Pune'),
  makeCountry('BR', 'Brazil', 48, ['portuguese'], 'Portuguese', 'São Paulo, Goiânia, Recife'),
  makeCountry('GB', 'United Kingdom', 44, ['english', 'indian'], 'English', 'London, Manchester, Leeds'),
  makeCountry('IT', 'Italy', 40, ['italian'], 'Italian', 'Milano, Bologna, Roma'),
  makeCountry('ES', 'Spain', 38, ['spanish'], 'Spanish', 'Barcelona, Madrid, Málaga'),
  makeCountry('PL', 'Poland', 34, ['polish'], 'Polish', 'Warszawa, Kraków, Łódź'),
  makeCountry('MX', 'Mexico', 30, ['spanish'], 'Spanish', 'Ciudad de México, Querétaro, Mérida'),
  makeCountry('TR', 'Turkey', 27, ['turkish'], 'Turkish', 'İstanbul, İzmir, Eskişehir'),
  makeCountry('NL', 'Netherlands', 25, ['dutch'], 'Dutch', 'Utrecht, Rotterdam, Amsterdam'),
  makeCountry('AT', 'Austria', 23, ['german'], 'German', 'Wien, Graz, St. Pölten'),
  makeCountry('JP', 'Japan', 21, ['japanese'], 'Japanese', 'Tokyo, Osaka'),
  makeCountry(
    'CH',
    'Switzerland',
    19,
    ['german', 'french', 'italian'],
    'German, French, Italian',
    'Zürich, Genève, Basel',
  ),
  makeCountry('AE', 'United Arab Emirates', 17, ['arabic', 'indian'], 'Arabic, English', 'Dubai, Abu Dhabi'),
  makeCountry('BE', 'Belgium', 16, ['dutch', 'french'], 'Dutch, French', 'Brussel, Gent, Liège'),
  makeCountry('ZA', 'South Africa', 15, ['southern', 'english'], 'English, Zulu, Afrikaans', 'Johannesburg, Durban'),
  makeCountry('AU', 'Australia', 14, ['english'], 'English', 'Melbourne, Sydney'),
  makeCountry('CA', 'Canada', 13, ['english', 'french'], 'English, French', 'Toronto, Montréal'),
  makeCountry('SE', 'Sweden', 12, ['nordic'], 'Swedish', 'Stockholm, Malmö, Göteborg'),
  makeCountry('CZ', 'Czechia', 12, ['czech'], 'Czech', 'Praha, Brno, Plzeň'),
  makeCountry('TH', 'Thailand', 11, ['thai'], 'Thai', 'Bangkok, Chiang Mai'),
  makeCountry('ID', 'Indonesia', 11, ['malay'], 'Indonesian', 'Jakarta, Surabaya'),
  makeCountry('KR', 'South Korea', 10, ['korean'], 'Korean', 'Seoul, Busan'),
  makeCountry('RO', 'Romania', 10, ['romanian'], 'Romanian', 'București, Iași, Timișoara'),
  makeCountry('HU', 'Hungary', 9, ['hungarian'], 'Hungarian', 'Budapest, Győr'),
  makeCountry('PT', 'Portugal', 9, ['portuguese'], 'Portuguese', 'Lisboa, Porto'),
  makeCountry('GR', 'Greece', 8, ['greek'], 'Greek', 'Athina, Thessaloniki'),
  makeCountry('DK', 'Denmark', 8, ['nordic'], 'Danish', 'København, Aarhus'),
  makeCountry('AR', 'Argentina', 8, ['spanish', 'italian'], 'Spanish', 'Buenos Aires, Córdoba'),
  makeCountry('CL', 'Chile', 7, ['spanish'], 'Spanish', 'Santiago, Concepción'),
  makeCountry('CO', 'Colombia', 7, ['spanish'], 'Spanish', 'Bogotá, Medellín'),
  makeCountry('VN', 'Vietnam', 7, ['vietnamese'], 'Vietnamese', 'Hà Nội, Đà Nẵng'),
  makeCountry('MY', 'Malaysia', 7, ['malay', 'chinese', 'indian'], 'Malay, English, Chinese', 'Kuala Lumpur, Penang'),
  makeCountry('SG', 'Singapore', 7, ['chinese', 'malay', 'indian'], 'English, Chinese, Malay', 'Singapore'),
  makeCountry('PH', 'Philippines', 6, ['spanish'], 'Filipino, English', 'Manila, Cebu'),
  makeCountry('NG', 'Nigeria', 6, ['african'], 'English, Yoruba, Igbo', 'Lagos, Ibadan'),
  makeCountry('EG', 'Egypt', 6, ['arabic'], 'Arabic', 'Cairo, Alexandria'),
  makeCountry('SA', 'Saudi Arabia', 6, ['arabic'], 'Arabic', 'Riyadh, Jeddah'),
  makeCountry('FI', 'Finland', 5, ['finnish', 'nordic'], 'Finnish, Swedish', 'Helsinki, Jyväskylä'),
  makeCountry('NO', 'Norway', 5, ['nordic'], 'Norwegian', 'Oslo, Tromsø'),
  makeCountry('IE', 'Ireland', 5, ['english'], 'English', 'Dublin, Cork'),
  makeCountry('MA', 'Morocco', 5, ['arabic'], 'Arabic, French', 'Casablanca, Fès'),
  makeCountry('KE', 'Kenya', 5, ['southern', 'african'], 'Swahili, English', 'Nairobi, Mombasa'),
  makeCountry('UA', 'Ukraine', 5, ['ukrainian'], 'Ukrainian', 'Kyiv, Lviv'),
  makeCountry('RS', 'Serbia', 4, ['balkan'], 'Serbian', 'Beograd, Niš'),
  makeCountry('BG', 'Bulgaria', 4, ['balkan'], 'Bulgarian', 'Sofia, Plovdiv'),
  makeCountry('HR', 'Croatia', 4, ['balkan'], 'Croatian', 'Zagreb, Šibenik'),
  makeCountry('SK', 'Slovakia', 4, ['czech'], 'Slovak', 'Bratislava, Košice'),
  makeCountry('SI', 'Slovenia', 4, ['balkan'], 'Slovenian', 'Ljubljana, Maribor'),
  makeCountry('PE', 'Peru', 3, ['spanish'], 'Spanish', 'Lima, Arequipa'),
  makeCountry('LT', 'Lithuania', 3, ['baltic'], 'Lithuanian', 'Vilnius, Šiauliai'),
  makeCountry('LV', 'Latvia', 3, ['baltic'], 'Latvian', 'Rīga, Liepāja'),
  makeCountry('EE', 'Estonia', 3, ['finnish', 'baltic'], 'Estonian', 'Tallinn, Pärnu'),
  makeCountry('NZ', 'New Zealand', 3, ['english'], 'English', 'Auckland, Wellington'),
  makeCountry('IL', 'Israel', 3, ['hebrew', 'arabic'], 'Hebrew, Arabic', 'Tel Aviv, Haifa'),
  makeCountry('PK', 'Pakistan', 2, ['indian', 'arabic'], 'Urdu, English', 'Karachi, Lahore'),
  makeCountry('BD', 'Bangladesh', 2, ['indian'], 'Bengali', 'Dhaka'),
  makeCountry('LK', 'Sri Lanka', 2, ['indian'], 'Sinhala, Tamil', 'Colombo'),
  makeCountry('TN', 'Tunisia', 2, ['arabic'], 'Arabic, French', 'Tunis, Sfax'),
  makeCountry('DZ', 'Algeria', 2, ['arabic'], 'Arabic, French', 'Alger, Oran'),
  makeCountry('GH', 'Ghana', 2, ['african'], 'English, Akan', 'Accra, Kumasi'),
  makeCountry('EC', 'Ecuador', 2, ['spanish'], 'Spanish', 'Quito, Guayaquil'),
  makeCountry('CR', 'Costa Rica', 2, ['spanish'], 'Spanish', 'San José'),
  makeCountry('GT', 'Guatemala', 2, ['spanish'], 'Spanish', 'Ciudad de Guatemala'),
  makeCountry('UY', 'Uruguay', 2, ['spanish'], 'Spanish', 'Montevideo'),
  makeCountry('JO', 'Jordan', 1, ['arabic'], 'Arabic', 'Amman'),
  makeCountry('CY', 'Cyprus', 1, ['greek', 'turkish'], 'Greek', 'Nicosia'),
  makeCountry('LU', 'Luxembourg', 1, ['french', 'german'], 'Luxembourgish, French, German', 'Luxembourg'),
];

/** A row of the table above: `languages` and `cities` are lists split at commas. */
function makeCountry(
  code: string,
  name: string,
  weight: number,
  cultures: readonly Culture[],
  languages: string,
  cities: string,
): Country {
  return {
    code,
    name,
    weight,
    names: cultures.map(culture => NAMES[culture]),
    languages: languages.split(', '),
    cities: cities.split(', '),
  };
}
