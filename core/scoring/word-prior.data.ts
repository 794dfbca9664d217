// Which words tell one job or résumé from another, known beforehand, so that a job with three applicants ranks as well
// as one with three thousand, and no score depends on who else applied. Written from experience of such texts.

/** Words that carry nothing. English first, then the languages that résumés here come in. */
export const STOP_WORDS = `
a about above across after again all also am an and any are as at be because been before being below between both but by
can could did do does doing during each either etc few for from further had has have having he her here hers herself him
himself his how however i if in including into is it its itself just me more most must my myself no nor not now of off on
once only or other our ours out over own per please same she should so some such than that the their theirs them then
there these they this those through thus to too under until up upon us very via was we were what when where which while
who whom whose why will with within without would yes you your yours yourself able well new one two three four five six
seven eight nine ten many much like need needs make makes made get may might every e.g i.e eg ie
der die das den dem des ein eine einen einem einer und oder mit für von im in zu zur zum auf bei als an aus nach über unter
sowie ist sind wird werden hat haben wir sie ich sich nicht auch
le la les un une des du de et ou avec pour par dans sur au aux en est sont nous vous je il elle son sa ses ce cette
el los las una unos del y o con para por se su sus al que es
het een van voor met op te bij en ik wij zijn
il lo gli della dei delle per che sono nel alla
os as um uma do da dos das com no na em
`

/** Words of every job or résumé: they say little, but not nothing. */
export const COMMON_WORDS = `
ability able academic achieve achieved across activities additional aim appropriate area areas assist assisted assisting
attention background based basic benefits best better build building built business candidate candidates career certified
challenge challenges clear client clients closely collaborate collaborated collaborating collaboration collaborative
communicate communication company companies competitive complete complex comprehensive conduct conducted contact continuous
contribute contributed contributing coordinate coordinated create created creating creation critical cross cross-functional
current currently customer customers daily day deadline deadlines degree deliver delivered delivering delivery demonstrated
department desired detail details develop developed developing development different diverse drive driven driving duties
duty dynamic education effective effectively efficiency efficient employee employees employment enable encourage enhance
enhanced enhancing ensure ensured ensuring environment environments equal equivalent essential establish established excellent
execute executed exceptional expected experience experienced experiences expert expertise external familiar familiarity fast
field focus focused following full fully function functional functions global goal goals good great group growth hands
handle handled help helped high highly hire hiring ideal identify identified impact implement implementation implemented
implementing improve improved improvement improvements improving increase increased increasing individual industry information
innovative innovation internal involved issues job join key knowledge language large lead leader leadership leading
learn learning led level limited local location looking maintain maintained maintaining maintenance major manage managed management
manager managing measure meet meeting meetings member members mentor mentored mentoring minimum month months monitor monitored
monitoring motivated multiple needed offer offers office ongoing opportunity opportunities optimize optimized optimizing
order organization organizational organized oversaw oversee overall part participate participated passion passionate perform
performance performed performing person personal personnel plan planning plans plus position positions possess practice
practices prefer preferred present previous prior proactive problem problem-solving problems procedures process processes
produce production products product professional professionals proficiency proficient program programs progress project projects
proper proven provide provided provides providing qualification qualifications qualified quality quick range receive
recommendations record reduce reduced reducing related relevant remote report reporting reports requirement requirements
require required requires resolve resolved resource resources responsibilities responsibility responsible result results resulting
review reviewed reviews role roles run salary scalable seek seeking self senior service services set several share
similar site skill skilled skills smooth solid solution solutions solve solving specific staff standard standards
status strategic strategies strategy strong strongly success successful successfully support supported supporting
system systems task tasks team teams teamwork technical technique techniques technologies technology term time timely tool tools
top track train trained training troubleshoot troubleshooting type understand understanding unit update updated university use
used user users using utilize utilized utilizing value variety various verbal work worked working workplace works world write
writing written year years junior mid contract apply application applications candidate’s degree bachelor master science
college school certificate certification course remote hybrid office flexible benefits insurance paid vacation
january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct
nov dec present summary profile objective references page email phone address name adaptability flexibility creativity
english spanish french german company corporation inc ltd llc gmbh engineer engineering developer specialist analyst
design designed designing analysis analyze analyzed code coding software data platform platforms
erfahrung kenntnisse aufgaben anforderungen ausbildung berufserfahrung projekt projekte team unternehmen
expérience formation compétences projet projets équipe entreprise
experiencia formación proyecto proyectos equipo empresa
`
