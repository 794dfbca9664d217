/** Same lines as software.data.ts. */
export const BUSINESS = `
# accounting and finance
Accounting | buchhaltung; comptabilité; contabilidad; contabilità; contabilidade; rechnungswesen;
  general accounting; financial accounting; boekhouding; finanzbuchhaltung
Bookkeeping | book keeping; bookkeeper; day books; bilanzbuchhaltung
Accounts Payable | a p; ap processing; kreditorenbuchhaltung; supplier invoices;
  invoice processing; vendor payments; vendor invoices
Accounts Receivable | a r; ar collections; debitorenbuchhaltung; customer invoicing;
  ^collections; credit control
General Ledger | gl; gl accounting; general ledger accounting; journal entries; ledger;
  hauptbuch; chart of accounts
Reconciliation | account reconciliation; bank reconciliation; bank reconciliations;
  reconciliations; balance sheet reconciliation; reconciling accounts; account reconciliations
Month-End Close | month end; month end closing; monthly close; year end close; closing process;
  monatsabschluss; jahresabschluss; month end close process; financial close; clôture mensuelle;
  year end closing
Financial Reporting | financial statements; financial statement preparation; annual accounts;
  balance sheets; income statements; p l statements; statutory accounts; external reporting
Financial Analysis | finance analysis; financial analytics; ratio analysis;
  financial planning and analysis; fp a; finanzanalyse; variance analysis
Financial Modeling | financial modelling; valuation models; dcf; discounted cash flow;
  lbo modeling
Budgeting | budget preparation; budget management; budget planning; ^budgets; ^budget;
  budgetplanung; annual budgeting; budgetary control
Forecasting | financial forecasting; cash flow forecasting; sales forecasting;
  demand forecasting; ^forecasts; revenue forecasting
Cost Accounting | cost analysis; standard costing; kostenrechnung; product costing; cost control;
  cost management; job costing
Controlling | financial controlling; management accounting; contrôle de gestion;
  managerial accounting; controller duties
Auditing | internal audit; external audit; ^audits; audit planning; ^audit; wirtschaftsprüfung;
  audit preparation; financial auditing; audit support; statutory audit
Internal Controls | sox; sarbanes oxley; sox compliance; sox testing; control testing;
  coso framework; internal control
Tax Preparation | tax returns; tax filing; income tax preparation; tax compliance; corporate tax;
  steuererklärung; steuern; tax accounting; individual tax returns; tax return preparation
VAT | value added tax; sales tax; umsatzsteuer; gst; tva; indirect tax; vat returns;
  mehrwertsteuer; sales tax returns
Transfer Pricing | international tax
GAAP | us gaap; uk gaap; generally accepted accounting principles; german gaap; hgb
IFRS | international financial reporting standards; ias ifrs
Payroll | payroll processing; payroll administration; lohnbuchhaltung; lohnabrechnung; paie;
  nómina; adp; adp payroll; paychex; salary administration
Fixed Assets | asset accounting; depreciation; fixed asset register; anlagenbuchhaltung
Revenue Recognition | asc 606; revenue accounting; ifrs 15
Cash Management | cash handling; treasury; treasury management; liquidity management;
  cash flow management; cash flow
Billing | invoicing; fakturierung; invoice preparation; facturation; client billing
^Accruals | accrual accounting; prepayments; deferrals; accruals and prepayments
^Consolidation | group consolidation; intercompany accounting; intercompany;
  intercompany reconciliation; konzernabschluss
QuickBooks | quick books; quickbooks online; intuit quickbooks | Bookkeeping
Xero |  | Bookkeeping
~Sage | sage 50; sage 200; sage 100; sage accounting; sage intacct | Accounting
DATEV | datev unternehmen online | Accounting
SAP FI/CO | sap fico; sap fi; sap co; sap finance; sap fi co | SAP; Accounting
NetSuite | oracle netsuite; net suite | ERP
FreshBooks | wave accounting; myob; zoho books; peachtree; tally erp; ~Tally | Bookkeeping
Hyperion | oracle hyperion; hyperion financial management; anaplan; blackline; onestream
  | Financial Reporting
Investment Analysis | equity research; securities analysis; investment research;
  investment management; fundamental analysis
Portfolio Management | asset management; wealth management; asset allocation; fund management
Risk Management | risk analysis; risk assessment; risikomanagement; market risk;
  operational risk; enterprise risk management; risk mitigation
Credit Analysis | credit risk; loan underwriting; underwriting; credit assessment;
  loan origination; mortgage lending; ^lending; loan processing
Mergers and Acquisitions | m a; due diligence; corporate finance; investment banking; ipo
^Banking | retail banking; commercial banking; bank teller; branch banking; teller operations;
  corporate banking
^Trading | equities trading; fx trading; derivatives; options trading; fixed income;
  foreign exchange; algorithmic trading
^Insurance | claims handling; claims management; insurance underwriting; reinsurance;
  policy administration; claims adjusting; claims processing; loss adjusting
Actuarial Science | actuarial analysis; actuarial modeling; pricing models
Anti-Money Laundering | aml; kyc; know your customer; fraud detection; fraud prevention; aml kyc;
  sanctions screening
Financial Regulation | basel iii; solvency ii; mifid; finra; sec reporting; financial compliance
Financial Planning | financial advisory; retirement planning; estate planning; financial advice
Bloomberg Terminal | bloomberg; capital iq; factset; reuters eikon; morningstar
Grant Management | grant accounting; fund accounting; nonprofit accounting; grant administration
Expense Management | expense reports; travel expenses; ~Concur; sap concur; expense reporting
Cost Reduction | cost savings; cost optimization; cost saving initiatives
Profit and Loss Management | p l management; p l responsibility; p l; p and l; profit and loss
# sales
Sales | selling; vertrieb; ventes; ventas; vendas; verkauf; sales skills; vendite; verkoop;
  verkaufserfahrung
B2B Sales | b2b; business to business sales; b2b vertrieb; enterprise sales; corporate sales;
  solution sales; consultative selling; solution selling
B2C Sales | b2c; direct sales; door to door sales; consumer sales
Inside Sales | telesales; telemarketing; telephone sales; phone sales; cold calling; cold calls;
  outbound calling; kaltakquise
Field Sales | outside sales; territory sales; territory management; außendienst;
  territory planning
Account Management | key account management; key accounts; client management; kundenbetreuung;
  strategic accounts; key account; account manager skills; grandes cuentas
Business Development | new business development; new business; geschäftsentwicklung;
  développement commercial; desarrollo de negocio; biz dev
Lead Generation | prospecting; prospection; sales prospecting; lead qualification;
  pipeline generation; neukundengewinnung; ^leads; linkedin sales navigator
Sales Management | sales leadership; sales team management; vertriebsleitung;
  managing sales teams; sales team leadership; direction commerciale; sales coaching;
  gestión de ventas
Sales Strategy | go to market; gtm; go to market strategy; sales planning; vertriebsstrategie;
  sales strategies; sales plans
Sales Operations | sales enablement; sales reporting; revenue operations; sales ops;
  sales analytics
Pipeline Management | sales pipeline; sales funnel; funnel management; opportunity management;
  pipeline reviews; sales pipeline management
Negotiation | contract negotiation; negotiations; negotiating; verhandlung; négociation;
  negociación; closing deals; price negotiation; deal closing; verhandlungsführung;
  contract negotiations
Sales Presentations | product demos; product demonstrations; sales pitches; ^pitching; ^demos;
  sales presentation
Upselling | cross selling; up selling; upsell; cross sell; cross selling and upselling;
  add on sales
Quota Attainment | sales targets; ^quota; exceeding quota; sales quotas; target achievement;
  sales goals
Channel Sales | partner management; channel management; reseller management;
  distributor management; partner sales; channel partners
Retail Sales | store sales; in store sales; shop sales; einzelhandel; sales floor; ^retail;
  retail operations
Pricing | pricing strategy; price management; preisgestaltung; quoting; quotations;
  proposal preparation
Salesforce | salesforce crm; sfdc; sales force; salesforce.com; salesforce administration;
  sales cloud | CRM
HubSpot | hubspot crm; hub spot | CRM
CRM | customer relationship management; crm software; crm systems; zoho crm; pipedrive;
  microsoft dynamics crm; dynamics 365; sugarcrm
Proposal Writing | rfp; rfp responses; ^tenders; bid writing; bid management; tendering; rfps;
  ausschreibungen
Customer Retention | client retention; churn reduction; loyalty programs; retention strategies;
  customer loyalty
Customer Success | customer onboarding; client onboarding; customer success management;
  client success
Contract Management | contract administration; contract drafting; contracts management;
  vertragsmanagement; contract review
Trade Shows | trade fairs; exhibitions; messe; trade show; conferences and events
Medical Device Sales | pharmaceutical sales; pharma sales; medical sales
Software Sales | saas sales; technology sales; tech sales; saas
Real Estate Sales | real estate; property sales; property management; ^leasing; realtor;
  immobilien; lettings
Automotive Sales | car sales; vehicle sales; dealership
Revenue Growth | revenue generation; sales growth; growing revenue; umsatzsteigerung
MEDDIC | spin selling; challenger sale; sandler; miller heiman; value selling
# marketing and communication
Marketing | marketing management; mercadotecnia; marketing campaigns; marketing strategy;
  marketing strategies; marketing plans
Digital Marketing | online marketing; internet marketing; marketing digital;
  performance marketing; digital campaigns
SEO | search engine optimization; search engine optimisation; on page seo; technical seo;
  keyword research; off page seo; referencement naturel
SEM | search engine marketing; ppc; pay per click; google ads; google adwords; adwords;
  paid search; bing ads
Social Media Marketing | social media; social media management; instagram marketing;
  facebook ads; facebook marketing; social media marketing campaigns; smm; community management;
  hootsuite; paid social; linkedin ads; tiktok marketing
Content Marketing | content creation; content strategy; content writing; blogging;
  content management; content development; redaktion
Copywriting | copy writing; ad copy; copyediting; copy editing; textgestaltung; rédaction
Email Marketing | e mail marketing; mailchimp; email campaigns; newsletters; drip campaigns;
  klaviyo; newsletter
Marketing Automation | marketo; pardot; eloqua; marketing cloud
Brand Management | branding; brand strategy; brand development; brand awareness; markenführung;
  brand marketing
Product Marketing | product launch; product launches; product positioning;
  messaging and positioning
Market Research | marktforschung; market analysis; competitive analysis; competitor analysis;
  marktanalyse; consumer insights; customer insights; étude de marché
Public Relations | ^pr; media relations; press releases; öffentlichkeitsarbeit;
  relations publiques; press relations; crisis communications; relaciones públicas
Corporate Communications | internal communications; communications strategy;
  unternehmenskommunikation; external communications; stakeholder communication
Advertising | ad campaigns; media planning; media buying; werbung; publicité;
  advertising campaigns; display advertising; programmatic advertising
Event Management | event planning; event coordination; veranstaltungsmanagement;
  event organization; conference planning; eventmanagement; événementiel; ^events
Affiliate Marketing | influencer marketing; partnerships marketing
Growth Marketing | growth hacking; conversion rate optimization; cro; user acquisition;
  landing page optimization; demand generation
Journalism | news writing; reporting news; ^editorial; news reporting; editorial writing;
  broadcast journalism
Editing | proofreading; text editing; lektorat; proof reading; manuscript editing
Creative Writing | storytelling; scriptwriting; screenwriting; script writing
Translation | translating; übersetzung; traduction; traducción; interpreting;
  interpretation services; dolmetschen; proz
Fundraising | fund raising; donor relations; donor management; grant writing; spendenakquise;
  grant proposals
Photography | fotografie; photo editing; lightroom; adobe lightroom; product photography
Video Production | videography; video editing; filming; videoschnitt; film production;
  video shooting; final cut pro; adobe premiere; premiere pro; davinci resolve
CMS | content management systems; content management system; typo3; contentful; sitecore;
  adobe experience manager
E-Commerce | ecommerce; e commerce; online shop; online retail; amazon seller central;
  online store management; amazon marketplace
# human resources
Human Resources | ^hr; human resources management; personalwesen; ressources humaines;
  recursos humanos; personal management; hr management; hrm; risorse umane; personalarbeit
Recruitment | recruiting; talent acquisition; ^hiring; personalbeschaffung; recrutement;
  reclutamiento; full cycle recruiting; ^staffing; candidate screening; full cycle recruitment;
  rekrutierung; selección de personal
Sourcing Candidates | candidate sourcing; boolean search; linkedin recruiter; headhunting;
  talent sourcing; executive search
Interviewing | ^interviews; conducting interviews; behavioral interviewing; candidate interviews;
  structured interviews
Onboarding | employee onboarding; new hire orientation; orientation programs; einarbeitung;
  new hire onboarding
Employee Relations | labor relations; labour relations; industrial relations;
  employee engagement; grievance handling; arbeitsrecht; conflict mediation; union negotiations;
  employee grievances; disciplinary procedures
Performance Management | performance reviews; performance appraisals; performance appraisal;
  mitarbeitergespräche; appraisals; performance evaluation; performance evaluations
Compensation and Benefits | ^compensation; benefits administration; employee benefits;
  total rewards; vergütung; ^benefits; job evaluation; salary benchmarking; compensation analysis
Training and Development | employee training; learning and development; staff training;
  personalentwicklung; l d; training delivery; staff development; training programs;
  formation du personnel; schulungen; ^training; professional development
Instructional Design | e learning; elearning; articulate storyline; addie; curriculum design;
  lms administration; learning management systems; course design; articulate 360
Organizational Development | organisational development; change management;
  organizational change; change management initiatives; organisationsentwicklung
Workforce Planning | headcount planning; workforce management; personalplanung;
  manpower planning; staff planning
Talent Management | succession planning; talent development; leadership development
HRIS | workday; sap successfactors; successfactors; bamboohr; hr systems; peoplesoft; oracle hcm;
  ukg; hr information systems; human resource information systems
Employment Law | labor law; labour law; fmla; eeo; employment legislation; ada compliance; flsa;
  hr compliance; droit du travail
Diversity and Inclusion | diversity equity and inclusion; dei; equality and diversity; d i;
  inclusion initiatives
Personnel Administration | hr administration; personnel files; personalsachbearbeitung;
  employee records; hr records; personalverwaltung; gestion du personnel
Applicant Tracking Systems | ats; greenhouse software; taleo; lever ats; applicant tracking;
  smartrecruiters
Career Counseling | career coaching; outplacement; career guidance; career development;
  berufsberatung
Time and Attendance | timekeeping; shift scheduling; zeiterfassung; leave management; rostering;
  staff scheduling; employee scheduling; dienstplanung; scheduling staff
# management and general business
Project Management | projektmanagement; gestion de projet; gestión de proyectos;
  project manager skills; project planning; projektleitung; gestione progetti;
  project coordination; project delivery; gestão de projetos; projectmanagement;
  project execution; project leadership
PMP | project management professional; pmi; pmbok | Project Management
PRINCE2 | prince 2 | Project Management
Program Management | programme management; pmo; project portfolio management; program coordination
Microsoft Project | ms project; primavera; primavera p6; smartsheet | Project Management
Asana | trello; monday.com; ~Basecamp; ~Notion; clickup; monday com
Product Management | product owner; product roadmap; product strategy; roadmapping;
  product development; product lifecycle; produktmanagement; product planning;
  backlog management; product roadmaps; user stories
Business Analysis | business analyst; requirements gathering; requirements analysis;
  anforderungsanalyse; gap analysis; business requirements; requirement gathering;
  requirements engineering; brd
Business Process Improvement | process improvement; business process modeling;
  process optimization; prozessoptimierung; bpmn; process mapping; process reengineering;
  continuous improvement; process automation; process improvements; amélioration continue;
  workflow optimization
Six Sigma | lean six sigma; six sigma green belt; six sigma black belt; green belt; black belt;
  dmaic
Lean | lean manufacturing; lean management; kaizen; 5s; value stream mapping; lean principles
Strategic Planning | ^strategy; business strategy; strategic management; strategische planung;
  corporate strategy; strategic thinking; business planning; strategy development;
  planification stratégique
Management Consulting | ^consulting; business consulting; beratung; unternehmensberatung;
  ^advisory
Operations Management | ^operations; business operations; betriebsleitung;
  operational management; day to day operations; operational excellence; daily operations
Stakeholder Management | stakeholder engagement; stakeholder communication management;
  stakeholder relations; ^stakeholders
Vendor Management | supplier management; supplier relations; lieferantenmanagement;
  vendor relations; vendor negotiations; third party management; supplier relationship management
Leadership | team leadership; mitarbeiterführung; führungserfahrung; leading teams;
  people leadership; liderazgo; team leading; personalführung; leiderschap; leadership skills;
  management d'équipe
People Management | team management; staff management; staff supervision; ^supervision;
  ^supervising; personnel management; teamleitung; gestion d'équipe; supervising staff;
  managing teams; ^management; team building; gestión de equipos
Mentoring | ^coaching; mentorship; mentoring junior staff; staff mentoring; preceptor; precepting
Decision Making | decision making skills
Problem Solving | problem solving skills; analytical skills; analytical thinking;
  critical thinking; problemlösung; troubleshooting; résolution de problèmes;
  solución de problemas; problem solver
Communication | communication skills; verbal communication; written communication; kommunikation;
  interpersonal skills; kommunikationsfähigkeit; oral communication; comunicación; communicatie;
  kommunikationsstärke; interpersonal communication; effective communication
Teamwork | team player; collaboration; teamarbeit; teamfähigkeit; travail en équipe;
  trabajo en equipo; cross functional collaboration; team work; samenwerken; lavoro di squadra;
  team collaboration
Time Management | zeitmanagement; prioritization; prioritisation; multitasking; multi tasking;
  organizational skills; organisation skills; gestion du temps; ^organization;
  gestión del tiempo; ^organizational
Presentation Skills | ^presentations; public speaking; presenting; präsentation; ^presentation
Conflict Resolution | conflict management; ^mediation; konfliktlösung; dispute resolution;
  konfliktmanagement
Adaptability | ^flexibility; ^adaptable; flexibilität; anpassungsfähigkeit
Attention to Detail | detail oriented; detail orientation; ^accuracy; sorgfalt
Creativity | creative thinking; ^innovation; kreativität
Customer Service | client service; kundenservice; service client; servicio al cliente;
  customer support; customer care; kundendienst; client relations; guest services;
  atención al cliente; customer relations; customer satisfaction; assistenza clienti;
  atendimento ao cliente; klantenservice; customer focus; relation client
Call Center | call centre; contact center; inbound calls; contact centre; call handling;
  call center operations; inbound calling
Complaint Handling | complaints handling; complaint resolution; customer complaints;
  reklamationsbearbeitung; escalation handling
Administration | office administration; administrative support; verwaltung; administrative tasks;
  büroorganisation; clerical; clerical support; secrétariat; sekretariat; administrative duties;
  general office duties; bürotätigkeiten; administrative assistance
Office Management | office operations; büroleitung; facilities coordination; office coordination
Executive Assistance | executive support; calendar management; diary management; terminplanung;
  travel arrangements; travel coordination; personal assistant duties; scheduling meetings;
  executive assistant
Reception | front desk; receptionist; empfang; switchboard; telephone etiquette;
  answering phones; front office; visitor management
Scheduling | appointment setting; terminkoordination; appointment management;
  calendar scheduling; scheduling appointments
Filing | record keeping; records management; document management; archiving; document control;
  aktenführung; recordkeeping; file management; ablage
Minute Taking | meeting minutes; taking minutes; protokollführung; note taking; shorthand
Correspondence | business correspondence; korrespondenz; letter writing; business writing;
  email correspondence; schriftverkehr
Typing Speed | touch typing; wpm; 10 finger system; keyboarding
Office Equipment | photocopying; ^fax; copier; ^scanner; office machines
Microsoft Office | ms office; microsoft office suite; office suite; ms office suite; mso;
  microsoft suite; pack office; paquete office; ms office paket; pacchetto office
~Excel | ms excel; microsoft excel; advanced excel; excel spreadsheets; pivot tables; vlookup;
  spreadsheets; pivot table; excel formulas; xlookup; excel fortgeschritten | Microsoft Office
~Word | ms word; microsoft word; word processing | Microsoft Office
PowerPoint | power point; ms powerpoint; microsoft powerpoint; keynote presentations
  | Microsoft Office
~Outlook | ms outlook; microsoft outlook | Microsoft Office
~Access | ms access; microsoft access; access database | Microsoft Office; SQL
Microsoft Teams | ms teams; ~Slack; ~Zoom; webex; skype for business
Visio | ms visio; microsoft visio; lucidchart
Google Workspace | g suite; google docs; google sheets; gsuite; google suite; google apps;
  google drive
SAP | sap erp; sap r3; sap r 3; sap s4hana; s 4hana; s4 hana; sap hana; sap s 4hana; sap mm;
  sap sd; sap kenntnisse | ERP
ERP | enterprise resource planning; erp systems; erp software; microsoft dynamics; dynamics nav;
  dynamics ax; business central; oracle erp; jd edwards; epicor; odoo; ~Infor; oracle ebs;
  oracle financials; ^navision; warenwirtschaft
Compliance | regulatory compliance; legal compliance; compliance management; policy compliance;
  compliance monitoring; regulatory
Policy Development | policies and procedures; policy writing; standard operating procedures;
  sops; sop development; procedure writing; policy analysis
Facilities Management | facility management; building maintenance; facility maintenance;
  building management; gebäudemanagement; facilities maintenance
Quality Management | qualitätsmanagement; iso 9001; quality management systems; qms;
  total quality management; tqm; quality systems; qualité; quality standards
Entrepreneurship | ^startup; start up; business ownership; small business management; ^startups
Volunteer Management | volunteer coordination; community outreach; community engagement;
  ^outreach; community relations
^Governance | corporate governance; board reporting; company secretarial
^Sustainability | csr; esg; corporate social responsibility; nachhaltigkeit;
  sustainability reporting
RPA | robotic process automation; uipath; blue prism; automation anywhere; power automate;
  power apps; power platform
`
