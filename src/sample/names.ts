/** First and last names that are combined freely; nobody in particular is meant by any combination. */
export interface NameLists {
  readonly first: readonly string[];
  readonly last: readonly string[];
}

/** Names by the culture that they are frequent in; the larger a culture's countries, the longer its lists. */
export const NAMES = {
  german: makeNameLists(
    `Anke, Jörg, Käthe, Ulrike, Björn, Sören, Heike, Matthias, Götz, Ilka, Lennart, Merle, Jürgen, Bärbel, Fenja, Torben,
    Sabine, Rüdiger, Hannes, Wiebke, Carsten, Dörte, Jannik, Annegret, Malte, Svenja, Günther, Friederike, Till, Marlene`,
    `Grießhaber, Lüdemann, Kröger, Brinkhoff, Weißenborn, Schönfelder, Hagedorn, Thießen, Jägermann, Wübbena, Pfisterer,
    Oltmanns, Ehrenfried, Kühnast, Stöckl, Rademacher, Lindenau, Böttger, Vossberg, Haßler, Quedenfeld, Möllering,
    Tiedemann, Zöllner, Ackerknecht, Reußner, Dünnebier, Sandkühler, Overbeck, Hölscher, Fräßdorf, Kaltenbach`,
  ),
  english: makeNameLists(
    `Alice, Rowan, Imogen, Desmond, Beth, Callum, Tamsin, Wesley, Chloë, Harriet, Owen, Niamh, Marcus, Zoë, Gareth, Siân,
    Preston, Renée, Duncan, Leah`,
    `Ashcombe, Thornley, O'Hanlon, Pemberly, Whitlock, Hargrave, Llewellyn, Birtwhistle, Oakden, MacAllan, Fairweather,
    Stanbridge, O'Rourke, Holloway, Winterbourne, Tunnicliff, Marlow, Kettering, Brackley, Dunmore`,
  ),
  french: makeNameLists(
    `Amélie, Benoît, Céline, Édouard, Hélène, Joël, Maëlle, Rémi, Solène, Thibault, Noémie, Anaïs, Gaël, Loïc`,
    `Beaufrère, Châtelain, Dubreuil, Fontanelle, Guérinot, Lacassagne, Montfleury, Péronnet, Roussillat, Le Goffic,
    Vauquelin, Delaître, Brémond, Tréhorel, Garçonnet`,
  ),
  spanish: makeNameLists(
    `Álvaro, Begoña, Rocío, Íñigo, Ximena, Joaquín, Lucía, Martín, Inés, Efraín, Paloma, Nicolás, Marisol, Andrés, Belén`,
    `Arrizabalaga, Peñaranda, Valdivieso, Cárcamo, Montañés, Quiñones, Etxeberria, Zúñiga, Barragán, Olmedilla, Requena,
    Villaseñor, Urrutia, Carreño, Saldívar, Tordesillas`,
  ),
  portuguese: makeNameLists(
    `Inês, João, Conceição, Tomé, Luísa, Otávio, Mônica, Simão, Thaís, Caetano, Débora, Estêvão, Iara`,
    `Falcão, Magalhães, Nogueira, Abrantes, Lobato, Vasconcelos, Quintão, Brandão, Figueirôa, Sardinha, Tavares,
    d'Ávila, Penedo, Galvão`,
  ),
  italian: makeNameLists(
    `Niccolò, Giosuè, Ornella, Fabrizio, Loredana, Ilaria, Tommaso, Noemi, Ruggero, Fiorella, Mosè, Ludovica`,
    `Bertoncini, Cantarutti, D'Aloisio, Fabbricatore, Garzoni, Lo Presti, Mastroberti, Pellegrinotti, Santarossa,
    Tagliaferro, Zambelloni, Niccolai, Tirabassi`,
  ),
  dutch: makeNameLists(
    `Anouk, Daniël, Femke, Joost, Liesbeth, Maarten, Noortje, Renée, Sjoerd, Tijmen, Zoë, Wouter`,
    `van der Heuvel, de Graauw, Hoekstra, Brouwers, ten Broecke, Kuijpers, van Oosterwijk, Vermeiren, Dijkgraaf, Claessens,
    in 't Veld, Schuurmans`,
  ),
  nordic: makeNameLists(
    `Åsa, Håkon, Jørgen, Maja, Søren, Signe, Björk, Øyvind, Linnéa, Tove, Mårten, Astrid, Pär`,
    `Åkerblom, Bjørnstad, Lindqvist, Sørlie, Höglund, Fjellheim, Nygård, Østerby, Kjærgaard, Wallström, Ravnsborg,
    Þorsteinsdóttir, Malmkvist`,
  ),
  finnish: makeNameLists(
    `Päivi, Väinö, Kaarel, Mirja, Jyrki, Tõnu, Aino, Säde, Ülle, Eero`,
    `Hämeenaho, Koskimäki, Lehtisaari, Mägiste, Pärnamäe, Ylönkoski, Rüütelmaa, Saarimäki, Tõrvand, Niittylä`,
  ),
  baltic: makeNameLists(
    `Žydrūnas, Ieva, Jānis, Kristīne, Rūta, Mārtiņš, Eglė, Andrius, Zane, Šarūnas`,
    `Bērzkalns, Žemgulys, Kalniņš, Ozolbergs, Rimkūnas, Šilinskas, Vītolnieks, Daukšas, Grīnfelds, Jonušis`,
  ),
  polish: makeNameLists(
    `Agnieszka, Łukasz, Małgorzata, Paweł, Grażyna, Stanisław, Jagoda, Wojciech, Bożena, Kamil, Żaneta, Zbyszko`,
    `Brzozowiecki, Dąbrowiecka, Gwóźdź, Jaśkiewicz, Kołodziejek, Łęcki, Mączyński, Ostrowski, Ślusarek, Wróblewicz,
    Żółtak, Piątkowicz`,
  ),
  czech: makeNameLists(
    `Bohumil, Jiří, Květa, Ľubica, Matěj, Ondřej, Růžena, Štěpán, Tereza, Zdeněk, Žofie, Vojtěch`,
    `Černohorský, Dvořáček, Hloušek, Jeřábková, Kadlčík, Košťál, Macháčková, Nezdařil, Říčan, Šimůnek, Vrchlabský, Žďárek`,
  ),
  hungarian: makeNameLists(
    `Ágnes, Béla, Csilla, Gergő, Ildikó, Jenő, Levente, Zsófia, Tünde, Örs`,
    `Árokszállási, Bölcskei, Csizmadia, Erdőhegyi, Fülöpházi, Gyöngyösi, Kőszegvári, Nádudvary, Szőllősi, Zsigárd`,
  ),
  romanian: makeNameLists(
    `Anca, Ștefan, Ilinca, Răzvan, Mădălina, Ionuț, Cătălin, Brândușa, Gheorghiță, Doina`,
    `Bălănescu, Ciobotaru, Dărăban, Lăcustă, Măgureanu, Păltinișanu, Șerbănoiu, Țărnă, Vâlceanu, Zăvoianu`,
  ),
  balkan: makeNameLists(
    `Živko, Dragana, Željka, Časlav, Ljiljana, Uroš, Vesna, Boštjan, Krešimir, Desislava, Nataša, Đorđe`,
    `Babšek, Čolakov, Đukanac, Grubješić, Jakšić, Kovačevski, Mlađan, Nišavić, Prešernik, Šumar, Vučetin, Žagarac`,
  ),
  greek: makeNameLists(
    `Andréas, Despina, Eléni, Fotis, Ioanna, Kyriakos, Lefteris, Myrto, Níkos, Stavroula`,
    `Anagnostakis, Chatzivasileiou, Daskalopoulou, Kallergiadis, Lambrinós, Manolioudis, Papafotiou, Spyridakos,
    Tsakonas, Xenoudakis`,
  ),
  ukrainian: makeNameLists(
    `Bohdana, Danylo, Halyna, Ihor, Larysa, Mykola, Oksana, Solomiia, Taras, Yaryna`,
    `Bondarchenko, Chornovil, Dovhan, Hrynyshyn, Kravets, Lytvynets, Makarenchuk, Ovcharuk, Skoropad, Zahrebelnyi`,
  ),
  turkish: makeNameLists(
    `Ayşe, Çağatay, Defne, Ebru, Gökhan, İpek, Nilüfer, Ömer, Şebnem, Tuğçe, Uğur, Yiğit`,
    `Akgündüz, Bağcıoğlu, Çelebioğlu, Demirtaşlı, Göçmen, Ilıcalı, Karadağlı, Özberk, Şahinöz, Taşkıran, Ünsever, Yıldıran`,
  ),
  arabic: makeNameLists(
    `Amira, Bilal, Dalia, Faisal, Hanan, Idris, Jamila, Karim, Lubna, Nadim, Rania, Tariq`,
    `Al-Khatibi, Benslimane, Daoudi, El Gharbi, Farahat, Haddadin, Kassabi, Mansouri, Nasrallawi, Qabbani, Sayegh, Zerhouni`,
  ),
  hebrew: makeNameLists(
    `Avital, Boaz, Dalit, Eitan, Gilad, Hadas, Noga, Roni, Shira, Yoav`,
    `Almog, Bar-Nevo, Carmelin, Dekelman, Gefenov, Harari, Nahaloni, Oren-Tal, Shaked, Tzabari`,
  ),
  indian: makeNameLists(
    `Aditi, Arjun, Deepa, Farhana, Gaurav, Ishaan, Kavya, Lakshmi, Nikhil, Pooja, Rohan, Sunita, Tanvi, Vikram, Zubair`,
    `Agnihotri, Bandaru, Chaudhari, Deshmukh, Fernandes, Gopalan, Iyengar, Jadhav, Kulkarni, Mukhopadhyay, Nambiar,
    Patwardhan, Rahman, Sidhu, Tripathi, Vaidya`,
  ),
  chinese: makeNameLists(
    `Bowen, Chunhua, Fang, Guoliang, Jiayi, Lanying, Mingzhe, Qian, Ruoxi, Siyuan, Tingting, Weimin, Xiulan, Yichen, Zihan,
    Lǜyuán`,
    `Bai, Cui, Dai, Fang, Geng, Hao, Jiang, Kong, Lü, Meng, Niu, Ouyang, Qin, Ren, Shangguan, Tan, Wei, Xiong, Yan, Zou`,
  ),
  japanese: makeNameLists(
    `Aoi, Chihiro, Daisuke, Emiko, Haruto, Jun, Kōhei, Mayumi, Reina, Shōta, Tomoko, Yūki`,
    `Akabane, Dōmoto, Fukasawa, Hiraoka, Iwamatsu, Kuroiwa, Minegishi, Nagatsuka, Ōnuki, Sakuraba, Tōyama, Yūzawa`,
  ),
  korean: makeNameLists(
    `Bo-ra, Dong-hyun, Eun-ji, Ha-neul, Jae-won, Min-seo, Sang-ho, Seo-yeon, Tae-min, Yu-jin`,
    `Ahn, Baek, Cho, Gwak, Hwang, Jang, Ma, Namgung, Pyo, Seong, Yoo`,
  ),
  vietnamese: makeNameLists(
    `Bảo, Cường, Dũng, Hạnh, Khánh, Liên, Minh, Ngọc, Phượng, Thảo, Đức, Yến`,
    `Bùi, Đặng, Đỗ, Hồ, Huỳnh, Lương, Mạc, Nguyễn, Phạm, Tạ, Trương, Võ`,
  ),
  thai: makeNameLists(
    `Anong, Chaiwat, Kanya, Malee, Narong, Ploy, Somsak, Supaporn, Thanawat, Wanida`,
    `Boonyarat, Chaiprasert, Kittisak, Limthong, Phromsiri, Rattanakul, Saelim, Srisombat, Thongdee, Wongchai`,
  ),
  malay: makeNameLists(
    `Aisyah, Budi, Citra, Dewi, Farid, Hafiz, Intan, Joko, Nurul, Putri, Rizal, Wulan`,
    `Anggraini, Gunawan, Ismadi, Kartika, Maulana, Nasution, Pratama, Rahmadi, Sasmita, Wibisono`,
  ),
  african: makeNameLists(
    `Abẹ́ní, Chidi, Efua, Folake, Ifeoma, Kwame, Ngozi, Ọlámide, Sẹ̀gun, Yaw, Zainab, Tobenna`,
    `Adébáyọ̀, Boateng, Chukwudi, Ezeilo, Fashọlá, Mensah, Nwankwo, Ogunlade, Okafor, Quartey, Sowah, Uzoma`,
  ),
  southern: makeNameLists(
    `Anathi, Baraka, Lindiwe, Mpho, Nomvula, Sipho, Thandeka, Wanjiru, Zuri, Achieng`,
    `Dlamini, Jansen van Vuuren, Kamau, Khumalo, Mahlangu, Mokoena, Njoroge, Odhiambo, Pretorius, Sithole, Wekesa`,
  ),
} satisfies Readonly<Record<string, NameLists>>;

export type Culture = keyof typeof NAMES;

/** A row of the table above: both are lists split at commas, in one line or several. */
function makeNameLists(first: string, last: string): NameLists {
  return { first: first.split(/,\s+/), last: last.split(/,\s+/) };
}
