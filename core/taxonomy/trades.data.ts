/** Same lines as software.data.ts. */
export const TRADES = `
# logistics and supply chain
Logistics | logistik; logistique; logística; logistics management; logistics coordination;
  logistica; logistiek; transport logistics
Supply Chain Management | supply chain; scm; supply chain planning; lieferkettenmanagement;
  supply chain operations; cadena de suministro
Inventory Management | inventory control; stock control; bestandsmanagement; ^inventory;
  stock management; cycle counting; stocktaking; gestion des stocks; inventur; inventory counts;
  cycle counts; stock taking; gestión de inventarios; bestandsführung; stock replenishment;
  lagerverwaltung
Warehouse Operations | warehousing; warehouse management; lagerhaltung; warehouse; entrepôt;
  almacén; lagerlogistik; magazzino; warehouse work; warehouse supervision
Warehouse Management Systems | wms; wms systems; manhattan wms; sap ewm; rf scanners; rf scanner;
  barcode scanning
Picking and Packing | order picking; pick and pack; kommissionierung; ^packing;
  order fulfillment; picking; order fulfilment; préparation de commandes; ^packaging; verpackung
Shipping and Receiving | ^shipping; ^receiving; goods in; wareneingang; ^versand; ^dispatch;
  expédition; loading and unloading; warenausgang; ^loading; ^unloading
Forklift Operation | forklift; forklift driving; staplerschein; gabelstapler; forklift operator;
  forklift licence; forklift license; forklift certified; cariste; reach truck; pallet jack;
  carretilla elevadora; pallet truck; counterbalance
Freight Forwarding | ^freight; freight management; spedition; carrier management;
  freight brokerage; air freight; sea freight; ocean freight
Customs | customs clearance; import export; zoll; zollabwicklung; customs brokerage; incoterms;
  export documentation; import and export
Procurement | purchasing; einkauf; achats; compras; strategic sourcing; ^buying; ^sourcing;
  acquisti; purchase orders; inkoop; beschaffung; procurement management;
  purchase order processing
Demand Planning | production planning; mrp; materials planning; material requirements planning;
  s op; ^disposition; supply planning; materials management; produktionsplanung
Route Planning | route optimization; tourenplanung; ^dispatching; transport planning;
  delivery scheduling; fleet dispatch
Fleet Management | vehicle maintenance fleet; fuhrparkmanagement; telematics; fleet operations
Truck Driving | cdl; class a cdl; hgv; hgv driver; lkw fahrer; commercial driving;
  heavy goods vehicle; lorry driving; class b cdl; permis poids lourd; berufskraftfahrer;
  tractor trailer
Delivery Driving | delivery driver; ^driving; courier; zusteller; van driving; package delivery;
  parcel delivery; last mile delivery; kurierfahrer; deliveries
Driving Licence | driver's license; drivers license; führerschein; permis b; driving license;
  carnet de conducir; full driving licence; valid driver's license; führerschein klasse b;
  permis de conduire; patente b; rijbewijs
Hazardous Materials | hazmat; adr; gefahrgut; dangerous goods; hazardous goods
Cold Chain | temperature controlled logistics; cold storage
Reverse Logistics | returns processing; returns management; retouren
3PL | third party logistics
# manufacturing and engineering
Mechanical Engineering | maschinenbau; génie mécanique; mechanical design; ingeniería mecánica;
  machine design
Electrical Engineering | elektrotechnik; electrical design; génie électrique; power systems;
  power electronics; high voltage
Electronics | circuit design; pcb design; altium; altium designer; analog design; eagle pcb;
  kicad; electronic circuits; elektronik; digital electronics
Civil Engineering | bauingenieurwesen; structural engineering; génie civil; ingeniería civil;
  structural analysis; structural design; concrete design; geotechnical engineering
Chemical Engineering | process engineering; verfahrenstechnik; aspen plus; chemical processes;
  hysys
Industrial Engineering | time and motion studies; industrial design engineering;
  production engineering; manufacturing engineering
Aerospace Engineering | aerodynamics; avionics; aircraft maintenance; flight dynamics; propulsion
Environmental Engineering | environmental science; environmental impact assessment;
  water treatment; wastewater treatment; waste management; soil sampling; environmental compliance
Biomedical Engineering | medical devices; biomedical equipment; medical device design
Automotive Engineering | vehicle dynamics; powertrain; automotive; fahrzeugtechnik
Materials Science | metallurgy; materials testing; polymers; composites; werkstoffkunde
AutoCAD | auto cad; autocad civil 3d; civil 3d; autocad lt | CAD
SolidWorks | solid works; solid edge | CAD; 3D Modeling
CATIA | catia v5 | CAD; 3D Modeling
Autodesk Inventor | inventor cad; fusion 360; creo; pro engineer; siemens nx; ptc creo | CAD;
  3D Modeling
Revit | autodesk revit; bim; building information modeling; navisworks | CAD
CAD | computer aided design; cad design; cad drawing; technical drawing; technisches zeichnen;
  blueprints; blueprint reading; reading blueprints; engineering drawings; cad software
ANSYS | abaqus; nastran; comsol; cfd; computational fluid dynamics; finite elements
Simulink |  | MATLAB
LabVIEW | lab view; national instruments
PLC Programming | plc; siemens s7; siemens tia portal; tia portal; allen bradley;
  sps programmierung; ladder logic; sps; step 7; plcs | Industrial Automation
SCADA | hmi; scada systems; wonderware; distributed control systems | Industrial Automation
Industrial Automation | automation engineering; automatisierungstechnik; process control;
  control systems; control engineering; instrumentation; regelungstechnik; ^automation
CNC Machining | cnc; cnc programming; cnc operation; cnc milling; cnc turning; zerspanung;
  cnc lathe; g code; mastercam; cnc machine; cnc operator
Machining | ^milling; ^turning; lathe; drehen und fräsen; ^grinding; drilling machines;
  machinist; fräsen
Welding | mig welding; tig welding; schweißen; soudure; soldadura; arc welding; stick welding;
  mig; tig; welder; spot welding; brazing; wig schweißen; mag schweißen; saldatura
Sheet Metal | metal fabrication; fabrication; metallbau; press brake; sheet metal work;
  steel fabrication; schlosser
Assembly Work | assembly line; ^montage; production line; line assembly; mechanical assembly;
  product assembly; ^fertigung; electronics assembly; production work
Production Management | ^manufacturing; manufacturing operations; ^produktion;
  production supervision; ^production; shop floor management; fertigungsleitung;
  manufacturing processes
Machine Operation | machine operator; machine setup; maschinenbedienung; equipment operation;
  operating machinery; anlagenführer; operating machines; machine operating
Quality Control | quality inspection; qc; qualitätskontrolle; ^inspection; contrôle qualité;
  qualitätssicherung; control de calidad; ^inspections; incoming inspection; visual inspection;
  quality checks
Metrology | calibration; coordinate measuring machine; cmm; measuring instruments;
  calipers and micrometers; ^gauges; messtechnik; micrometer
GD&T | geometric dimensioning and tolerancing; gd t
FMEA | root cause analysis; failure analysis; 8d; apqp; ppap; spc; statistical process control;
  iatf 16949; rca
Preventive Maintenance | ^maintenance; instandhaltung; equipment maintenance; wartung;
  machine maintenance; preventative maintenance; predictive maintenance; mantenimiento;
  total productive maintenance; maintenance industrielle; cmms; wartung und instandhaltung
Hydraulics | pneumatics; hydraulics and pneumatics; hydraulik; pneumatik; ^pumps;
  hydraulic systems
Injection Molding | injection moulding; plastics processing; spritzguss; ^extrusion; blow molding
3D Printing | additive manufacturing; rapid prototyping; prototyping
3D Modeling | 3d modelling; 3d design; 3d cad
Packaging Engineering | packaging design; packaging machines; bottling
Food Production | food processing; food manufacturing; lebensmittelproduktion; butchery;
  meat processing
Textile Production | sewing; tailoring; pattern making; nähen; garment construction; dressmaking;
  upholstery
Renewable Energy | solar energy; wind energy; photovoltaics; solar panel installation; solar pv;
  erneuerbare energien; solar installation; wind turbines
Oil and Gas | drilling operations; petroleum engineering; pipeline engineering; offshore
Mining | mine planning; geology; mineral exploration; blasting
Energy Management | energy efficiency; energy audits; iso 50001; energiemanagement
# construction and skilled trades
^Construction | ^bau; bâtiment; construction work; building construction; construcción; ^obra;
  general construction; baugewerbe; costruzioni; hochbau; tiefbau; labouring; construction labor
Construction Management | site management; construction supervision; bauleitung;
  site supervision; conduite de travaux; construction project management; baustellenleitung;
  jefe de obra
Quantity Surveying | cost estimation; estimating; takeoffs; bill of quantities; kalkulation;
  construction estimating; bluebeam; procore; cost estimating
Carpentry | joinery; tischler; schreiner; menuiserie; cabinet making; woodworking; ^framing;
  carpenter; finish carpentry; carpintería; zimmerer; furniture making
Plumbing | pipe fitting; pipefitting; sanitär; plomberie; fontanería; ^plumber; plumbing systems;
  pipe installation; sanitärinstallation; idraulica
Electrical Installation | electrical wiring; ^wiring; elektroinstallation; ^electrician;
  residential wiring; electrical systems; conduit bending; électricité; installation électrique;
  electricidad; commercial wiring; panel wiring; electrical work; electrical installations
Electrical Maintenance | electrical troubleshooting; electrical repair; electrical testing;
  pat testing; elektroprüfung; motor controls; electrical safety
National Electrical Code | nec; 18th edition; vde; wiring regulations; electrical codes; bs 7671;
  vde vorschriften
HVAC | heating ventilation and air conditioning; air conditioning; hvac systems; refrigeration;
  klimatechnik; heizungstechnik; climatisation; boilers; heating systems; heat pumps;
  kältetechnik; hvac r; chauffage
Masonry | bricklaying; maurer; maçonnerie; concrete work; ^concrete; plastering; stonework;
  albañilería; tiling; tile setting; fliesenleger
Painting and Decorating | ^painting; house painting; malerarbeiten; peinture; wallpapering;
  interior painting; lackierer; maler und lackierer
^Roofing | roof repair; dachdecker; couverture; shingles
^Drywall | drywall installation; dry lining; trockenbau; plasterboard
^Flooring | floor installation; carpet fitting; hardwood flooring; bodenleger
Scaffolding | scaffold erection; gerüstbau; working at height
Heavy Equipment Operation | excavator; bulldozer; heavy machinery; crane operation; backhoe;
  baumaschinen; crane operator; ^loader; heavy equipment; skid steer; kranführer
Landscaping | gardening; landschaftsbau; lawn care; garden maintenance; tree surgery; jardinage;
  grounds maintenance; horticulture; irrigation
Automotive Repair | auto repair; vehicle maintenance; car mechanic; automotive diagnostics;
  engine repair; brake repair; kfz mechatroniker; vehicle diagnostics; mécanique automobile;
  automotive maintenance; kfz technik; engine diagnostics; mecánica automotriz
Diesel Mechanics | diesel engines; diesel engine repair; heavy vehicle repair
Locksmithing | security systems installation; cctv installation; alarm systems; access control;
  fire alarm systems
Elevator Maintenance | lift maintenance; elevator repair
Power Tools | hand tools; hand and power tools; power tool operation; hand power tools;
  tools and equipment
Surveying | land surveying; vermessung; total station; topographic survey; gps surveying
Handyman Services | general repairs; home repairs; hausmeister; building repairs;
  property maintenance; hausmeistertätigkeiten
^Cleaning | housekeeping; janitorial; reinigung; nettoyage; limpieza; commercial cleaning;
  room cleaning; cleaning services; sanitation; deep cleaning; pulizie; schoonmaak;
  office cleaning
Health and Safety | occupational safety; hse; ehs; arbeitssicherheit; osha; workplace safety;
  safety management; osha 10; osha 30; iosh; nebosh; safety procedures; iso 45001;
  hygiène et sécurité; safety compliance; arbeitsschutz; risk assessments; safety regulations;
  osha regulations; coshh; cscs
Fire Safety | fire prevention; brandschutz; fire fighting; firefighting; fire warden
Security Guarding | security patrol; ^patrol; wachdienst; ^surveillance; cctv monitoring;
  sia licence; security officer; loss prevention; access control security; sicherheitsdienst;
  crowd control; cctv; gardiennage
Agriculture | farming; crop production; landwirtschaft; livestock; dairy farming; harvesting;
  agronomy; animal husbandry; agricultura
Forestry | arboriculture; chainsaw operation; logging
Beauty Therapy | cosmetology; hairdressing; hair styling; makeup artistry; nail care; friseur;
  hair coloring; esthetics; skincare; coiffure; barbering; manicure
Childcare | child care; babysitting; kinderbetreuung; nanny; daycare; garde d'enfants;
  child supervision; cuidado de niños
# hospitality, food and travel
Hospitality | hospitality management; gastronomie; hotellerie; hôtellerie; hostelería; hotelfach;
  guest relations; hospitality industry
Hotel Management | hotel operations; hotelmanagement; front office management;
  revenue management hotel; rooms division
Food Service | food preparation; ^serving; table service; waiting tables; kellner;
  service en salle; restaurant service; waitressing; food and beverage service; food prep;
  camarero; food and beverage; serving food; ^waiter
Cooking | culinary arts; kochen; cuisine; cocina; chef skills; ^cook; line cooking; culinary;
  küche; ^grill; food plating; meal preparation; cucina; line cook
Baking | pastry; bäcker; pâtisserie; bread making; cake decorating; konditor; pastry making;
  boulangerie
Kitchen Management | kitchen operations; menu planning; küchenleitung; menu development;
  food cost control; menu design; kitchen supervision; brigade
Food Safety | haccp; servsafe; food hygiene; lebensmittelhygiene; food handling;
  food safety standards; hygiène alimentaire; food handler; food handlers
Bartending | mixology; barkeeper; cocktails; bar management; wine service; sommelier;
  bar service; cocktail preparation; wine knowledge
Barista Skills | barista; coffee making; latte art; espresso
Catering | banquet; banquets; event catering; banqueting
Restaurant Management | restaurantleitung; restaurant operations; food service management
POS Systems | point of sale; ^pos; cash register; kassensystem; cashier; ^kasse; till operation;
  cashiering; ^caisse; micros; encaissement; kassieren; pos system; manejo de caja
Reservations | booking systems; opera pms; reservation systems; ~Amadeus; ~Sabre;
  hotel reservations; galileo gds; ^fidelio; reservation management; ~Opera
Travel Planning | travel agency; ^tourism; tour guiding; reiseverkehr; itinerary planning;
  tourismus; ^ticketing; tour operations; turismo
Merchandising | visual merchandising; warenpräsentation; store displays; merchandise display;
  shelf stocking; stocking shelves; ^stocking; regalpflege; planograms; mise en rayon
Store Management | retail management; filialleitung; store operations; shop management;
  gestion de magasin; marktleitung
`
