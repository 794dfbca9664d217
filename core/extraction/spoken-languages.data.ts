/** A language a line: its English name first, then the names that others have for it. */
export const SPOKEN: readonly string[] = [
  'English Englisch Anglais Inglés Inglês Engels Inglese',
  'German Deutsch Allemand Alemán Alemão Duits Tedesco',
  'French Französisch Français Francés Francês Frans Francese',
  'Spanish Spanisch Espagnol Español Espanhol Spaans Spagnolo Castellano',
  'Portuguese Portugiesisch Portugais Portugués Português Portugees Portoghese',
  'Italian Italienisch Italien Italiano Italiaans',
  'Dutch Niederländisch Néerlandais Neerlandés Holandês Nederlands Olandese Holländisch',
  'Polish Polnisch Polonais Polaco Pools Polacco Polski',
  'Russian Russisch Russe Ruso Russo',
  'Ukrainian Ukrainisch Ukrainien Ucraniano Oekraïens Ucraino',
  'Turkish Türkisch Turc Turco Turks Türkçe',
  'Arabic Arabisch Arabe Árabe Arabo',
  'Chinese Chinesisch Chinois Chino Chinês Chinees Cinese Mandarin Cantonese',
  'Japanese Japanisch Japonais Japonés Japonês Japans Giapponese',
  'Korean Koreanisch Coréen Coreano Koreaans',
  'Hindi',
  'Urdu',
  'Bengali',
  'Punjabi',
  'Tamil',
  'Telugu',
  'Gujarati',
  'Marathi',
  'Persian Farsi Persisch Persan',
  'Hebrew Hebräisch Hébreu Hebreo Ebraico',
  'Greek Griechisch Grec Griego Grego Grieks Greco',
  'Romanian Rumänisch Roumain Rumano Romeno Roemeens',
  'Hungarian Ungarisch Hongrois Húngaro Hongaars Ungherese',
  'Czech Tschechisch Tchèque Checo Tsjechisch Ceco',
  'Slovak Slowakisch Slovaque',
  'Croatian Kroatisch Croate',
  'Serbian Serbisch Serbe',
  'Bosnian Bosnisch',
  'Bulgarian Bulgarisch Bulgare',
  'Swedish Schwedisch Suédois Sueco Zweeds Svedese',
  'Norwegian Norwegisch Norvégien Noruego Noors',
  'Danish Dänisch Danois Danés Deens',
  'Finnish Finnisch Finnois Finlandés Fins',
  'Albanian Albanisch Albanais Albanese',
  'Vietnamese Vietnamesisch Vietnamien',
  'Thai Thailändisch',
  'Tagalog Filipino',
  'Indonesian Indonesisch',
  'Malay',
  'Swahili',
  'Amharic',
  'Yoruba',
  'Igbo',
  'Hausa',
  'Afrikaans',
  'Catalan Katalanisch Catalán Català',
  'Latin Latein',
]

/** How well, as people write it; longer ones first where one begins like another. */
export const LANGUAGE_LEVELS = String.raw`
  [abc][12](?:\+)?; native(?: speaker)?; mother tongue; bilingual; fluent; proficient;
  advanced; intermediate; conversational; basic; beginner; elementary;
  professional(?: working)?(?: proficiency)?; limited working; full professional;
  business fluent; muttersprache; muttersprachler(?:in)?; verhandlungssicher; fließend;
  gute? kenntnisse; grundkenntnisse; gut; langue maternelle; courant; bilingue;
  intermédiaire; notions; débutant; scolaire; nativo; nativa; materna; lengua materna;
  fluido; avanzado; intermedio; básico; fluente; avançado; moedertaal; vloeiend; goed; basis;
  madrelingua; fluente; ottimo; buono; scolastico; good; excellent; very good`
