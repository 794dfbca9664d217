/** `Name | alias; alias | implied; implied` a line;
  `# category` above. `!`, `~` and `^`: see skills.ts. */
export const SOFTWARE = `
# programming language
JavaScript | ~JS; ECMAScript; ES6; java script; ES2015; vanilla js
TypeScript | ~TS; type script | JavaScript
Python | python3; python 3; CPython
Java | java se; java ee; jdk; java 8; java 11; java 17; core java; j2ee; j2se; jakarta ee
!C | ansi c; c language; c programming; embedded c
C++ | cpp; c plus plus; c++11; c++14; c++17; c++20; modern c++
C# | csharp; c sharp; visual c#
!Go | golang; go lang
~Rust | rust lang; rust programming
Ruby | ruby lang
PHP | php7; php8; php 7; php 8
~Swift | swift 5; swift programming
Kotlin
Scala
!R | r language; r programming; rstats; r studio; rstudio
Perl
MATLAB | mat lab
Objective-C | objectivec; obj c | C
Dart
~Julia | julia lang
Haskell
Elixir
Erlang
Clojure | ClojureScript
F# | fsharp
Groovy
Lua
COBOL
Fortran
Delphi | object pascal; turbo pascal
Visual Basic | vb6; visual basic 6
VB.NET | vbnet; visual basic net | .NET
VBA | visual basic for applications; excel vba; excel macros; macro programming
Assembly | assembler; assembly language; x86 assembly
Bash | bash scripting; shell script; shell scripting; unix shell; ~shell; ksh; zsh | Linux
PowerShell | power shell
SQL | structured query language; sql queries; ansi sql
PL/SQL | plsql | SQL; Oracle Database
T-SQL | tsql; transact sql | SQL; Microsoft SQL Server
Solidity | smart contracts | Blockchain
ABAP | sap abap | SAP
Apex | salesforce apex | Salesforce
GraphQL | graph ql; apollo graphql
HTML | html5; html 5; xhtml
CSS | css3; css 3; cascading style sheets
HTML/CSS | html and css; html css; html5 css3 | HTML; CSS
Sass | scss | CSS
WebAssembly | wasm
Prolog
Lisp | common lisp; emacs lisp
VHDL
Verilog | systemverilog; system verilog
Zig
OCaml
Smalltalk
# web front end
React | reactjs; react js; react hooks; react 18 | JavaScript
Redux | redux toolkit; redux saga | React
Next.js | nextjs | React
~Gatsby | gatsbyjs | React
Angular | angularjs; angular js; angular 2; angular 2+ | JavaScript
Vue.js | vuejs; ~Vue; vue 3; vuex; pinia | JavaScript
Nuxt | nuxtjs; nuxt js | Vue.js
Svelte | sveltekit | JavaScript
Ember.js | emberjs | JavaScript
Backbone.js | backbonejs | JavaScript
jQuery | j query; jquery ui | JavaScript
~Bootstrap | bootstrap 4; bootstrap 5 | CSS
Tailwind CSS | tailwind; tailwindcss | CSS
Material UI | mui; material design
Webpack | web pack
~Vite
~Babel
Storybook
D3.js | d3js; ~D3 | JavaScript; Data Visualization
Three.js | threejs | JavaScript
WebGL | web gl
AJAX
Web Components | lit element
Responsive Design | responsive web design; mobile first
Web Accessibility | WCAG; a11y; section 508; ^accessibility; aria
RxJS | reactive extensions
~Electron | electronjs | JavaScript
Progressive Web Apps | pwa; progressive web app; service workers
Front-End Development | frontend; front end; frontend development; front end development
# web back end
Node.js | nodejs; node js; ~Node | JavaScript
Express.js | expressjs; ~Express | Node.js
NestJS | nest js | Node.js; TypeScript
Fastify |  | Node.js
Django | django rest framework; DRF | Python
~Flask |  | Python
FastAPI | fast api | Python
~Spring | spring framework; spring mvc; spring security; spring data; spring cloud | Java
Spring Boot | springboot; spring boot 3 | Spring; Java
Hibernate | jpa; java persistence api | Java
Quarkus |  | Java
Micronaut |  | Java
~Struts | apache struts | Java
Java Servlets | servlets; jsp; java server pages | Java
JUnit | junit 5; mockito | Java; Unit Testing
.NET | dotnet; dot net; .net core; .net framework; net core; .net 6; .net 8
ASP.NET | asp net; asp.net core; asp.net mvc; asp net core; web forms | .NET; C#
Entity Framework | ef core; entity framework core; linq | .NET
Blazor |  | .NET; C#
WPF | windows presentation foundation; winforms; windows forms; xaml | .NET; C#
WCF | windows communication foundation | .NET
Ruby on Rails | rails; ror; rubyonrails | Ruby
Sinatra |  | Ruby
RSpec |  | Ruby; Unit Testing
Laravel |  | PHP
Symfony |  | PHP
CodeIgniter | code igniter | PHP
Zend | zend framework; laminas | PHP
WordPress | word press | PHP
Drupal |  | PHP
Joomla |  | PHP
Magento | adobe commerce | PHP
Shopify | shopify plus; liquid templates
WooCommerce |  | WordPress
Phoenix Framework | phoenix liveview | Elixir
Gin Gonic |  | Go
~Celery |  | Python
SQLAlchemy | sql alchemy | Python; SQL
Pydantic |  | Python
REST | rest api; restful; restful api; rest services; restful services; restful web services
gRPC | protobuf; protocol buffers
SOAP | soap web services; wsdl
WebSockets | web sockets; websocket; socket.io
OAuth | oauth2; oauth 2.0; openid connect; oidc
JWT | json web tokens
OpenAPI | swagger; open api
API Design | api development; api integration; apis; web apis; web services; api
Microservices | micro services; microservice architecture; microservices architecture
Event-Driven Architecture | event driven; event sourcing; cqrs
Domain-Driven Design | ddd; domain driven design
Service-Oriented Architecture | soa; service oriented architecture
Serverless | serverless architecture; serverless framework; faas
Full-Stack Development | full stack; fullstack; full stack development
Back-End Development | backend; back end; backend development; back end development
Web Development | web applications; web application development; web programming
# mobile
Android | android sdk; android development; android studio
iOS | ios development; ios sdk; cocoa touch; uikit
SwiftUI | swift ui | Swift; iOS
Jetpack Compose |  | Kotlin; Android
React Native | reactnative | React; JavaScript
Flutter |  | Dart
Xamarin | xamarin forms; maui | C#
~Ionic | ionic framework | JavaScript
Cordova | phonegap; apache cordova
Xcode
Mobile Development | mobile app development; mobile applications; mobile apps
# database
PostgreSQL | postgres; postgre; postgresql db; psql; pgsql; postgre sql | SQL
MySQL | my sql; mariadb; maria db | SQL
Microsoft SQL Server | sql server; mssql; ms sql; ms sql server; ssms | SQL
Oracle Database | oracle db; oracle 11g; oracle 12c; oracle 19c; oracle sql; ~Oracle | SQL
SQLite | sqlite3 | SQL
DB2 | ibm db2 | SQL
MongoDB | mongo; mongo db; mongoose | NoSQL
NoSQL | no sql; nosql databases
Redis |  | NoSQL
Cassandra | apache cassandra; scylladb | NoSQL
DynamoDB | dynamo db; amazon dynamodb; aws dynamodb | NoSQL; AWS
Couchbase | couchdb; couch db | NoSQL
Neo4j | neo 4j; graph databases; cypher query | NoSQL
Elasticsearch | elastic search; elk; elk stack; opensearch; elastic stack; kibana; logstash
^Solr | apache solr
InfluxDB | influx db; timescaledb; time series databases
Firebase | firestore; google firebase
Supabase
HBase | apache hbase | Hadoop
CockroachDB | cockroach db | SQL
Database Design | database modeling; data modelling; data modeling; schema design; erd;
  relational databases
Database Administration | dba; database management; database tuning; rdbms
Query Optimization | sql tuning; performance tuning; query tuning
Stored Procedures | stored procedure; ^triggers | SQL
Vector Databases | pinecone; milvus; weaviate; qdrant; pgvector
# cloud and infrastructure
AWS | amazon web services; aws cloud; amazon aws
Amazon EC2 | ec2 | AWS
Amazon S3 | s3; aws s3 | AWS
AWS Lambda | lambda functions; amazon lambda | AWS; Serverless
Amazon RDS | rds; ~Aurora; amazon aurora | AWS; SQL
Amazon ECS | ecs; fargate | AWS; Docker
Amazon EKS | eks | AWS; Kubernetes
CloudFormation | aws cloudformation; aws cdk | AWS; Infrastructure as Code
CloudWatch | aws cloudwatch | AWS
Amazon SQS | sqs; sns; eventbridge; kinesis; amazon kinesis | AWS
Azure | microsoft azure; ms azure; azure cloud
Azure DevOps | tfs; team foundation server; vsts; azure pipelines | CI/CD
Azure Functions |  | Azure; Serverless
Azure Active Directory | azure ad; entra id; microsoft entra | Azure; Identity Management
Google Cloud | gcp; google cloud platform; google compute engine
Heroku
DigitalOcean | digital ocean
Cloudflare | cloudflare workers
OpenStack | open stack
VMware | vm ware; vsphere; vmware vsphere; esxi; vcenter | Virtualization
Hyper-V | hyper v; hyperv | Virtualization
Virtualization | virtualisation; kvm; proxmox; virtual machines
Docker | docker compose; ^containers; containerization; docker swarm; containerisation
Kubernetes | k8s; kube; openshift; red hat openshift; aks; gke | Docker
~Helm | helm charts | Kubernetes
Istio | service mesh; linkerd; ~Envoy | Kubernetes
Terraform | terragrunt; opentofu | Infrastructure as Code
Pulumi |  | Infrastructure as Code
Ansible | ansible playbooks; ansible tower | Infrastructure as Code
~Puppet |  | Infrastructure as Code
~Chef Infra | chef cookbooks; opscode chef | Infrastructure as Code
SaltStack | salt stack | Infrastructure as Code
~Vagrant
~Packer
Infrastructure as Code | iac; infrastructure automation; configuration management
CI/CD | cicd; ci cd; continuous integration; continuous delivery; continuous deployment;
  build pipelines
Jenkins |  | CI/CD
GitHub Actions | github workflows | CI/CD; Git
GitLab CI | gitlab ci cd; gitlab pipelines | CI/CD; Git
CircleCI | circle ci | CI/CD
Travis CI | travisci | CI/CD
TeamCity | team city; ~Bamboo | CI/CD
ArgoCD | argo cd; gitops; flux cd | Kubernetes; CI/CD
DevOps | dev ops; devsecops
Site Reliability Engineering | sre; site reliability
Prometheus | promql | Monitoring
Grafana |  | Monitoring
Datadog | data dog | Monitoring
New Relic | newrelic | Monitoring
Splunk |  | Monitoring
Nagios | zabbix; icinga | Monitoring
^Monitoring | observability; application monitoring; opentelemetry; alerting
PagerDuty | on call
Linux | unix; unix linux; gnu linux; linux administration; linux server
Ubuntu | debian | Linux
Red Hat Enterprise Linux | rhel; red hat; redhat; centos; fedora; rocky linux | Linux
Windows Server | windows server 2016; windows server 2019; windows administration; iis
macOS | mac os; os x; mac os x; apple macintosh
Microsoft Windows | ~Windows; windows 10; windows 11; ms windows; windows os
Active Directory | ldap; group policy; gpo; adds | Windows Server
Nginx
Apache HTTP Server | apache; apache2; httpd
Tomcat | apache tomcat | Java
JBoss | wildfly; weblogic; websphere | Java
Load Balancing | haproxy; load balancers; f5 load balancers
System Administration | systems administration; sysadmin; server administration; system admin
Backup and Recovery | ^backups; veeam; backup restore; data recovery
Disaster Recovery | business continuity; bcp; dr planning
Storage Administration | san; nas; netapp; storage area networks; emc storage
Cloud Computing | ^cloud; cloud services; cloud architecture; cloud infrastructure; hybrid cloud
Cloud Migration | cloud migrations; migration to cloud
Cloud Security | cloud security posture
Mainframe | z os; zos; jcl; cics; as400; as 400
# messaging and streaming
Kafka | apache kafka; confluent; kafka streams | Event-Driven Architecture
RabbitMQ | rabbit mq; amqp
ActiveMQ | active mq; ibm mq; jms; mq series
MQTT |  | Internet of Things
NATS
Apache Flink | flink | Stream Processing
Stream Processing | streaming data; real time processing
Apache Camel | mulesoft; enterprise integration; esb
# tools and practice
Git | git flow; version control; source control; git version control
GitHub | git hub | Git
GitLab | git lab | Git
Bitbucket | bit bucket | Git
Subversion | svn; tortoise svn
Mercurial
Perforce
Jira | atlassian jira; atlassian
Confluence | atlassian confluence
Maven | apache maven | Java
Gradle |  | Java
npm | yarn; pnpm; node package manager
Visual Studio | vs code; vscode; visual studio code
IntelliJ IDEA | intellij; pycharm; webstorm
Eclipse | eclipse ide
Postman | soapui; insomnia api
Unit Testing | unit tests; unit test; jest; pytest; nunit; xunit; mocha; vitest; phpunit; jasmine
Test-Driven Development | tdd; test driven development; bdd; behavior driven development; cucumber
Integration Testing | integration tests; end to end testing; e2e testing; system testing
Selenium | selenium webdriver | Test Automation
~Cypress | cypress io | Test Automation; JavaScript
Playwright | puppeteer | Test Automation
Appium |  | Test Automation
Test Automation | automated testing; automation testing; qa automation; robot framework; testng
Manual Testing | manual test; exploratory testing; functional testing
Quality Assurance | ^qa; software testing; software quality; test plans; test cases;
  regression testing
Performance Testing | load testing; jmeter; gatling; loadrunner; k6 load testing; stress testing
SonarQube | static analysis; code quality
Code Review | code reviews; peer review; pair programming
Debugging | troubleshooting code; ^debug; root cause debugging
Refactoring | legacy code; clean code
Software Architecture | software design; system architecture; solution architecture;
  systems architecture
System Design | distributed system design; high level design
Distributed Systems | distributed computing; distributed system
Design Patterns | software design patterns; solid principles; mvc; mvvm
Object-Oriented Programming | oop; object oriented programming; object oriented design; ood; ooad
Functional Programming | functional design
Data Structures | algorithms; algorithms and data structures; data structures and algorithms
Concurrency | multithreading; multi threading; parallel programming; asynchronous programming
Software Development | software engineering; sdlc; software development life cycle; ^programming;
  ^coding
Agile | agile methodologies; agile methodology; agile development; agile scrum; safe agile;
  lean agile
Scrum | scrum master; sprint planning; csm; scrum methodology | Agile
Kanban |  | Agile
Extreme Programming | xp practices | Agile
Waterfall | waterfall methodology
Technical Documentation | technical writing; documentation writing; api documentation
Open Source | open source software; open source contribution
UML | unified modeling language; sequence diagrams
JSON | yaml; xml; xslt; xpath; xsd
LaTeX | la tex
Regular Expressions | regex; regexp
^Caching | memcached; varnish; cdn
Search Engineering | lucene; full text search; information retrieval
Internationalization | i18n; localization; localisation; l10n
# security and networks
Cybersecurity | cyber security; information security; infosec; it security; network security
Application Security | appsec; owasp; owasp top 10; secure coding
Penetration Testing | pentesting; pen testing; ethical hacking; metasploit; burp suite; kali linux
Vulnerability Management | vulnerability assessment; nessus; qualys; vulnerability scanning
SIEM | security information and event management; qradar; arcsight; microsoft sentinel
Incident Response | security incident; csirt; soc analyst; security operations
Threat Modeling | threat intelligence; threat hunting; mitre att ck
Cryptography | encryption; pki; ssl tls; tls; public key infrastructure
Identity Management | iam; identity and access management; sso; single sign on; okta; saml; mfa
Firewalls | firewall; palo alto networks; fortinet; checkpoint firewall; pfsense; cisco asa
IDS/IPS | intrusion detection; intrusion prevention; snort
ISO 27001 | iso27001; isms | Information Security Management
Information Security Management | security governance; grc; nist; nist framework; soc 2; soc2
PCI DSS | pci; pci compliance
GDPR | data protection; data privacy; dsgvo; rgpd; ccpa; privacy compliance
Digital Forensics | computer forensics; malware analysis; reverse engineering
Networking | computer networking; network administration; network engineering; network protocols;
  lan wan
TCP/IP | tcp ip; tcp; udp; ip protocols | Networking
DNS | dhcp; dns dhcp | Networking
VPN | ipsec; vpns; openvpn | Networking
Routing and Switching | bgp; ospf; vlan; routing protocols; switches and routers; mpls; eigrp
  | Networking
Cisco | cisco ios; cisco routers; cisco switches; juniper | Networking
Wireless Networks | wifi; wi fi; wlan; wireless lan | Networking
SD-WAN | sd wan; software defined networking; sdn | Networking
VoIP | voice over ip; sip; asterisk; telephony; pbx
Wireshark | packet analysis; tcpdump | Networking
Network Monitoring | solarwinds; prtg; snmp
IT Support | help desk; helpdesk; desktop support; technical support; it help desk; service desk
Ticketing Systems | servicenow; service now; zendesk; freshdesk; ~Remedy; jira service desk
ITIL | itil v3; itil v4; it service management; itsm
Hardware Troubleshooting | computer hardware; hardware repair; pc repair; hardware maintenance
Microsoft 365 | office 365; o365; m365; exchange online
Microsoft Exchange | exchange server; ms exchange
SharePoint | share point; microsoft sharepoint
Microsoft Intune | intune; sccm; mobile device management; mdm; jamf
# embedded, games, other computing
Embedded Systems | embedded software; embedded programming; firmware; firmware development
RTOS | real time operating systems; freertos; vxworks | Embedded Systems
Arduino |  | Embedded Systems
Raspberry Pi |  | Embedded Systems
Microcontrollers | stm32; avr; pic microcontroller; arm cortex; microcontroller | Embedded Systems
FPGA | fpga design; xilinx; altera
Device Drivers | kernel development; linux kernel; driver development | C
Internet of Things | iot; industrial iot
Robotics | ros; robot operating system; robot programming
AUTOSAR | can bus; automotive software | Embedded Systems
~Unity | unity3d; unity 3d; unity engine | C#; Game Development
Unreal Engine | unreal; ue4; ue5 | C++; Game Development
Game Development | game design; video games; gameplay programming
Computer Graphics | opengl; directx; vulkan; shaders; rendering
Augmented Reality | ar vr; virtual reality; mixed reality; arkit; arcore
Blockchain | ethereum; hyperledger; web3; cryptocurrency; defi
High-Performance Computing | hpc; mpi; cuda; openmp; gpu programming
Qt | qt framework; qml | C++
Compilers | llvm; compiler design
Operating Systems | operating system; os internals
Bioinformatics | genomics; ngs analysis; sequence analysis
GIS | arcgis; qgis; geographic information systems; geospatial; esri
`
