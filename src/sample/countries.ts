import { type Culture, NAMES, type Names } from './names.ts';

/** A country in which the invented group works. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** The English name, as a sheet would write it. */
  readonly name: string;
  /** How many of the group's people work here, against the other countries. */
  readonly weight: number;
  /** The names of its people by culture, the most frequent culture first. */
  readonly names: readonly Names[];
  /** English names of the languages; the first is everybody's. */
  readonly languages: readonly string[];
  /** As written there, the largest office first. */
  readonly cities: readonly string[];
}

/** The group's countries, the largest first: the headquarters are in Germany. */
export const COUNTRIES: readonly Country[] = [
  country('DE', 'Germany', 300, ['german'], 'German', 'Düsseldorf, Hamburg, München, Köln'),
  country('US', 'United States', 110, ['english', 'spanish'], 'English', 'Chicago, Stamford, Atlanta, San Diego'),
  country('CN', 'China', 80, ['chinese'], 'Chinese', 'Shanghai, Guangzhou, Beijing'),
  country('FR', 'France', 62, ['french'], 'French', 'Paris, Lyon, Orléans'),
  country('IN', 'India', 55, ['indian'], 'Hindi, English', 'Mumbai, Bengaluru, Pune'),
  country('BR', 'Brazil', 48, ['portuguese'], 'Portuguese', 'São Paulo, Goiânia, Recife'),
  country('GB', 'United Kingdom', 44, ['english', 'indian'], 'English', 'London, Manchester, Leeds'),
  country('IT', 'Italy', 40, ['italian'], 'Italian', 'Milano, Bologna, Roma'),
  country('ES', 'Spain', 38, ['spanish'], 'Spanish', 'Barcelona, Madrid, Málaga'),
  country('PL', 'Poland', 34, ['polish'], 'Polish', 'Warszawa, Kraków, Łódź'),
  country('MX', 'Mexico', 30, ['spanish'], 'Spanish', 'Ciudad de México, Querétaro, Mérida'),
  country('TR', 'Turkey', 27, ['turkish'], 'Turkish', 'İstanbul, İzmir, Eskişehir'),
  country('NL', 'Netherlands', 25, ['dutch'], 'Dutch', 'Utrecht, Rotterdam, Amsterdam'),
  country('AT', 'Austria', 23, ['german'], 'German', 'Wien, Graz, St. Pölten'),
  country('JP', 'Japan', 21, ['japanese'], 'Japanese', 'Tokyo, Osaka'),
  country('CH', 'Switzerland', 19, ['german', 'french', 'italian'], 'German, French, Italian', 'Zürich, Genève, Basel'),
  country('AE', 'United Arab Emirates', 17, ['arabic', 'indian'], 'Arabic, English', 'Dubai, Abu Dhabi'),
  country('BE', 'Belgium', 16, ['dutch', 'french'], 'Dutch, French', 'Brussel, Gent, Liège'),
  country('ZA', 'South Africa', 15, ['southern', 'english'], 'English, Zulu, Afrikaans', 'Johannesburg, Durban'),
  country('AU', 'Australia', 14, ['english'], 'English', 'Melbourne, Sydney'),
  country('CA', 'Canada', 13, ['english', 'french'], 'English, French', 'Toronto, Montréal'),
  country('SE', 'Sweden', 12, ['nordic'], 'Swedish', 'Stockholm, Malmö, Göteborg'),
  country('CZ', 'Czechia', 12, ['czech'], 'Czech', 'Praha, Brno, Plzeň'),
  country('TH', 'Thailand', 11, ['thai'], 'Thai', 'Bangkok, Chiang Mai'),
  country('ID', 'Indonesia', 11, ['malay'], 'Indonesian', 'Jakarta, Surabaya'),
  country('KR', 'South Korea', 10, ['korean'], 'Korean', 'Seoul, Busan'),
  country('RO', 'Romania', 10, ['romanian'], 'Romanian', 'București, Iași, Timișoara'),
  country('HU', 'Hungary', 9, ['hungarian'], 'Hungarian', 'Budapest, Győr'),
  country('PT', 'Portugal', 9, ['portuguese'], 'Portuguese', 'Lisboa, Porto'),
  country('GR', 'Greece', 8, ['greek'], 'Greek', 'Athina, Thessaloniki'),
  country('DK', 'Denmark', 8, ['nordic'], 'Danish', 'København, Aarhus'),
  country('AR', 'Argentina', 8, ['spanish', 'italian'], 'Spanish', 'Buenos Aires, Córdoba'),
  country('CL', 'Chile', 7, ['spanish'], 'Spanish', 'Santiago, Concepción'),
  country('CO', 'Colombia', 7, ['spanish'], 'Spanish', 'Bogotá, Medellín'),
  country('VN', 'Vietnam', 7, ['vietnamese'], 'Vietnamese', 'Hà Nội, Đà Nẵng'),
  country('MY', 'Malaysia', 7, ['malay', 'chinese', 'indian'], 'Malay, English, Chinese', 'Kuala Lumpur, Penang'),
  country('SG', 'Singapore', 7, ['chinese', 'malay', 'indian'], 'English, Chinese, Malay', 'Singapore'),
  country('PH', 'Philippines', 6, ['spanish'], 'Filipino, English', 'Manila, Cebu'),
  country('NG', 'Nigeria', 6, ['african'], 'English, Yoruba, Igbo', 'Lagos, Ibadan'),
  country('EG', 'Egypt', 6, ['arabic'], 'Arabic', 'Cairo, Alexandria'),
  country('SA', 'Saudi Arabia', 6, ['arabic'], 'Arabic', 'Riyadh, Jeddah'),
  country('FI', 'Finland', 5, ['finnish', 'nordic'], 'Finnish, Swedish', 'Helsinki, Jyväskylä'),
  country('NO', 'Norway', 5, ['nordic'], 'Norwegian', 'Oslo, Tromsø'),
  country('IE', 'Ireland', 5, ['english'], 'English', 'Dublin, Cork'),
  country('MA', 'Morocco', 5, ['arabic'], 'Arabic, French', 'Casablanca, Fès'),
  country('KE', 'Kenya', 5, ['southern', 'african'], 'Swahili, English', 'Nairobi, Mombasa'),
  country('UA', 'Ukraine', 5, ['ukrainian'], 'Ukrainian', 'Kyiv, Lviv'),
  country('RS', 'Serbia', 4, ['balkan'], 'Serbian', 'Beograd, Niš'),
  country('BG', 'Bulgaria', 4, ['balkan'], 'Bulgarian', 'Sofia, Plovdiv'),
  country('HR', 'Croatia', 4, ['balkan'], 'Croatian', 'Zagreb, Šibenik'),
  country('SK', 'Slovakia', 4, ['czech'], 'Slovak', 'Bratislava, Košice'),
  country('SI', 'Slovenia', 4, ['balkan'], 'Slovenian', 'Ljubljana, Maribor'),
  country('PE', 'Peru', 3, ['spanish'], 'Spanish', 'Lima, Arequipa'),
  country('LT', 'Lithuania', 3, ['baltic'], 'Lithuanian', 'Vilnius, Šiauliai'),
  country('LV', 'Latvia', 3, ['baltic'], 'Latvian', 'Rīga, Liepāja'),
  country('EE', 'Estonia', 3, ['finnish', 'baltic'], 'Estonian', 'Tallinn, Pärnu'),
  country('NZ', 'New Zealand', 3, ['english'], 'English', 'Auckland, Wellington'),
  country('IL', 'Israel', 3, ['hebrew', 'arabic'], 'Hebrew, Arabic', 'Tel Aviv, Haifa'),
  country('PK', 'Pakistan', 2, ['indian', 'arabic'], 'Urdu, English', 'Karachi, Lahore'),
  country('BD', 'Bangladesh', 2, ['indian'], 'Bengali', 'Dhaka'),
  country('LK', 'Sri Lanka', 2, ['indian'], 'Sinhala, Tamil', 'Colombo'),
  country('TN', 'Tunisia', 2, ['arabic'], 'Arabic, French', 'Tunis, Sfax'),
  country('DZ', 'Algeria', 2, ['arabic'], 'Arabic, French', 'Alger, Oran'),
  country('GH', 'Ghana', 2, ['african'], 'English, Akan', 'Accra, Kumasi'),
  country('EC', 'Ecuador', 2, ['spanish'], 'Spanish', 'Quito, Guayaquil'),
  country('CR', 'Costa Rica', 2, ['spanish'], 'Spanish', 'San José'),
  country('GT', 'Guatemala', 2, ['spanish'], 'Spanish', 'Ciudad de Guatemala'),
  country('UY', 'Uruguay', 2, ['spanish'], 'Spanish', 'Montevideo'),
  country('JO', 'Jordan', 1, ['arabic'], 'Arabic', 'Amman'),
  country('CY', 'Cyprus', 1, ['greek', 'turkish'], 'Greek', 'Nicosia'),
  country('LU', 'Luxembourg', 1, ['french', 'german'], 'Luxembourgish, French, German', 'Luxembourg'),
];

/** A row of the table above: `languages` and `cities` are lists split at commas. */
function country(
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
