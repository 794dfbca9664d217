/** What a part of a résumé is about. */
export type SectionKind =
  | 'summary'
  | 'experience'
  | 'education'
  | 'skills'
  | 'certifications'
  | 'languages'
  | 'projects'
  | 'contact'
  | 'other'

/** Wording of headings: English, German, French, Spanish, Portuguese, Dutch, Italian. */
export const HEADINGS: Readonly<Record<SectionKind, string>> = {
  summary: `summary; profile; professional summary; professional profile; about; about me; objective;
    career objective; career summary; executive summary; personal statement; personal profile;
    overview; career profile; summary of qualifications; introduction; profil; über mich; kurzprofil;
    zusammenfassung; profil professionnel; à propos; à propos de moi; résumé professionnel; perfil;
    perfil profesional; sobre mí; resumen; perfil profissional; resumo; sobre mim; objetivo;
    profiel; over mij; samenvatting; profilo; profilo professionale; chi sono; sommario; obiettivo;
    qualifications summary; highlights; career highlights; summary statement`,
  experience: `experience; work experience; professional experience; employment; employment history;
    work history; career history; relevant experience; job experience; experiences; career;
    professional background; work; employment experience; professional history; clinical experience;
    teaching experience; industry experience; other experience; additional experience;
    military experience; internships; internship experience; positions held; volunteer experience;
    selected experience; experience and projects; leadership experience; career experience;
    professional work experience; previous experience; nursing experience; relevant work experience;
    berufserfahrung; beruflicher werdegang; berufspraxis; werdegang; praktische erfahrung;
    berufliche erfahrung; berufliche stationen; beruf; arbeitserfahrung; praktika; berufsweg;
    expérience; expériences; expérience professionnelle; expériences professionnelles;
    parcours professionnel; emplois; experiencia; experiencia profesional; experiencia laboral;
    trayectoria profesional; historial laboral; experiência; experiência profissional;
    experiências profissionais; histórico profissional; werkervaring; loopbaan; ervaring;
    professionele ervaring; esperienza; esperienze; esperienza professionale;
    esperienze professionali; esperienza lavorativa; esperienze lavorative`,
  education: `education; academic background; educational background; education and training;
    academic qualifications; qualifications; academic history; academics; studies; schooling;
    education and certifications; education and qualifications; degrees; academic education;
    educational qualifications; education history; training and education; academic credentials;
    ausbildung; bildung; studium; schulbildung; bildungsweg; akademischer werdegang;
    ausbildung und studium; schulische ausbildung; hochschulausbildung; bildungsgang;
    aus und weiterbildung; formation; formations; études; formation académique; diplômes;
    parcours scolaire; scolarité; formation et diplômes; parcours académique; cursus;
    educación; formación; formación académica; estudios; formación profesional; educação;
    formação; formação académica; formação acadêmica; escolaridade; opleiding; opleidingen;
    onderwijs; studie; istruzione; formazione; istruzione e formazione; studi; titoli di studio`,
  skills: `skills; technical skills; key skills; core skills; professional skills; skill set; skillset;
    core competencies; competencies; areas of expertise; expertise; technologies; technical expertise;
    tech stack; tools; tools and technologies; technical proficiencies; computer skills; it skills;
    skills and abilities; soft skills; hard skills; skills and tools; strengths; specialties;
    skills and competencies; clinical skills; proficiencies; skills summary; key competencies;
    core qualifications; software; programming languages; technical competencies; abilities;
    skills and expertise; other skills; additional skills; relevant skills; skills and technologies;
    skills and interests; technical knowledge; software skills; digital skills; nursing skills;
    kenntnisse; fähigkeiten; fachkenntnisse; kompetenzen; edv kenntnisse; it kenntnisse;
    technische kenntnisse; kenntnisse und fähigkeiten; kernkompetenzen; besondere kenntnisse; stärken;
    qualifikationen; weitere kenntnisse; fachliche kompetenzen; compétences; compétences techniques;
    savoir faire; compétences clés; compétences professionnelles; connaissances; logiciels;
    outils; compétences informatiques; informatique; savoir être; habilidades; competencias;
    aptitudes; conocimientos; habilidades técnicas; competencias técnicas; conocimientos informáticos;
    competências; habilidades e competências; competências técnicas; conhecimentos; vaardigheden;
    competenties; kennis; technische vaardigheden; computervaardigheden; competenze;
    capacità; competenze tecniche; abilità; conoscenze; conoscenze informatiche; competenze chiave`,
  certifications: `certifications; certificates; licenses; licences; certification; courses; licensure;
    licenses and certifications; certifications and licenses; professional certifications; training;
    professional development; courses and certifications; certificates and training; accreditations;
    credentials; certifications and training; licences and certifications; continuing education;
    professional training; trainings; certifications and awards; registrations;
    professional qualifications; zertifikate; zertifizierungen; weiterbildung; weiterbildungen;
    fortbildungen; kurse; schulungen; lizenzen; fortbildung; weiterbildungen und zertifikate;
    certificats; certifications et formations; habilitations; certificaciones; cursos; certificados;
    licencias; cursos y certificaciones; certificações; cursos e certificações; formação complementar;
    certificaten; certificeringen; cursussen; certificazioni; certificati; corsi; abilitazioni;
    patenti e certificazioni`,
  languages: `languages; language skills; language; foreign languages; spoken languages;
    language proficiency; sprachen; sprachkenntnisse; fremdsprachen; langues; langues étrangères;
    idiomas; lenguas; línguas; talen; talenkennis; lingue; lingue straniere; conoscenze linguistiche;
    compétences linguistiques; linguas`,
  projects: `projects; personal projects; selected projects; key projects; side projects;
    academic projects; open source; open source projects; portfolio; project experience;
    projekte; projets; proyectos; projetos; projecten; progetti; eigene projekte`,
  contact: `contact; contact information; contact details; personal information; personal details;
    personal data; details; info; kontakt; kontaktdaten; persönliche daten; persönliche angaben;
    coordonnées; informations personnelles; contacto; datos personales; información de contacto;
    contato; dados pessoais; informações pessoais; contactgegevens; persoonlijke gegevens;
    contatti; dati personali; informazioni personali; informazioni di contatto; links; online;
    zur person; état civil`,
  other: `awards; honors; honours; achievements; accomplishments; awards and honors; publications;
    honors and awards; honors & awards; interests; hobbies; references; referees; volunteering;
    volunteer work; volunteer; activities; extracurricular activities; memberships; affiliations;
    professional affiliations; presentations; patents; research; conferences; talks; community;
    hobbies and interests; interests and hobbies; additional information; other; miscellaneous;
    personal interests; leadership; awards and recognition; professional memberships; declaration;
    community service; writing; program committees; key achievements; committees; scholarships;
    auszeichnungen; veröffentlichungen; interessen; referenzen; ehrenamt; hobbys; sonstiges;
    engagement; ehrenamtliches engagement; preise; publikationen; persönliche interessen; freizeit;
    mitgliedschaften; hobbys und interessen; wehrdienst; zivildienst; distinctions; centres d'intérêt;
    centres d’intérêt; loisirs; références; bénévolat; activités; intérêts; divers; prix;
    premios; publicaciones; intereses; aficiones; referencias; voluntariado; logros; reconocimientos;
    prêmios; publicações; interesses; referências; voluntariado; informações adicionais; conquistas;
    prijzen; publicaties; interesses; referenties; vrijwilligerswerk; nevenactiviteiten;
    premi; pubblicazioni; interessi; referenze; volontariato; riconoscimenti; hobby; altro;
    información adicional; informations complémentaires; vrije tijd`,
}
