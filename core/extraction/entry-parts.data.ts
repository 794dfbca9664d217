/** Words that mark an employer's name: legal forms, and what an organisation is. */
export const COMPANY_WORDS = String.raw`
  inc; llc; llp; ltd; limited; corp; corporation; co; company; plc; gmbh; ag; kg; ohg; e\.?v;
  s\.?a; s\.?l; s\.?r\.?l; s\.?p\.?a; b\.?v; n\.?v; sarl; sas; pty; group; gruppe; groupe;
  grupo; holding; holdings; partners; associates; solutions; systems; technologies;
  technology; labs?; studios?; consulting; services; industries; enterprises; international;
  bank; sparkasse; insurance; versicherung; hospital; clinic; klinik; klinikum; krankenhaus;
  hôpital; clinique; spital; health; healthcare; medical center; care home; university;
  universität; université; universidad; college; school; schule; gymnasium; école; institute;
  institut; academy; akademie; hotel; restaurant; café; cafe; bakery; store; stores; market;
  supermarket; logistics; logistik; transport; construction; bau; agency; agentur;
  foundation; stiftung; ministry; department; council; city of; county; government; army;
  navy; authority; airlines; pharma; pharmacy; apotheke; motors; energy; media; press; works;
  werke; ventures; capital; software; network; networks; center; centre; zentrum; trust;
  society; association; verein;
  \p{L}*kanzlei; \p{L}*praxis; cabinet; clínica; almacenes; transportes; logística; hospitalier;
  maison; \p{L}+werke?; \p{L}+klinik(?:um)?; ziekenhuis; ospedale; azienda`
