import { cyrillicSkeletons, latinSkeletons } from './transliteration';

/**
 * Given names, and which spellings are one name. Two uses:
 *
 * - Two known given names are the same only if they share a line. So Maria and Mario, Daniel and Daniela, Jan and Ian
 *   stay apart whatever the spelling rules say.
 * - A middle name may be missing only where the first given name is recognised: "Michael Smith" may be the father of
 *   "John Michael Smith".
 *
 * A name missing here costs recall, never safety. Forms of one line that are translations and not spellings
 * (Michael for Mikhail) are left out on purpose.
 */
const SAME_NAME = `
сергей сергій sergey sergei serhii serhiy sergii sergiy serguei sergej siarhei
александр олександр aleksandr alexander alexandr oleksandr aliaksandr aleksander
александра олександра aleksandra alexandra oleksandra
алексей олексій aleksey aleksei alexey alexei oleksii oleksiy aliaksei aleksej
андрей андрій andrey andrei andrii andriy andrej andrij
дмитрий дмитро dmitry dmitriy dmitrii dmitri dmytro dimitri dmitrij dzmitry
евгений євген yevgeny yevgeniy evgeny evgeniy evgenii yevhen yevgenii evgenij ievgen ievgenii
евгения євгенія evgenia evgeniya evgeniia yevgenia yevgeniya yevheniia yevheniya
михаил михайло mikhail mykhailo mihail mykhaylo michail
николай микола nikolay nikolai mykola nikolaj mikalai
владимир володимир vladimir volodymyr wladimir uladzimir
григорий григорій grigory grigoriy grigorii hryhorii hryhoriy
игорь ігор igor ihor
олег oleg oleh aleh
павел павло pavel pavlo
пётр петр петро petr pyotr petro piotr
юрий юрій yury yuriy yuri yurii iurii jurij
василий василь vasily vasiliy vasilii vasyl vasili
виктор віктор viktor victor
виктория вікторія viktoria viktoriya viktoriia victoria viktorija
иван іван ivan
никита микита nikita mykyta
кирилл кирило kirill kyrylo kiril
илья ілля ilya ilia illia
максим maksim maxim maksym
антон anton
артём артем artem artyom
роман roman
фёдор федор федір fedor fyodor fedir
семён семен semyon semen
денис denis denys
богдан bogdan bohdan
тарас taras
константин костянтин konstantin kostiantyn kostyantyn constantin
станислав станіслав stanislav
вячеслав vyacheslav viacheslav
ярослав yaroslav iaroslav jaroslav
ростислав rostislav rostyslav
святослав sviatoslav svyatoslav
владислав vladislav vladyslav
вадим vadim vadym
валентин valentin valentyn
валентина valentina valentyna
валерий валерій valery valeriy valerii
валерия валерія valeria valeriya valeriia
виталий віталій vitaly vitaliy vitalii vitali
геннадий геннадій gennady gennadiy gennadii hennadii
георгий георгій georgy georgiy georgii heorhii
леонид леонід leonid
анатолий анатолій anatoly anatoliy anatolii
аркадий аркадій arkady arkadiy arkadii
борис boris borys
глеб гліб gleb hlib
лев lev
тимофей тимофій timofey timofei tymofii
тимур timur tymur
руслан ruslan
руслана ruslana
эдуард едуард eduard edward
филипп пилип filipp philipp
егор yegor egor
ян yan jan
яна yana iana jana
яков яків yakov yakiv
мария марія марья maria mariia mariya marija marya
анна anna
ганна hanna ganna
елена олена elena olena yelena jelena
алёна алена alyona alena
ольга olga olha
ирина ірина irina iryna
арина аріна arina
наталья наталия наталія natalia nataliya natalya nataliia
екатерина катерина ekaterina yekaterina kateryna katerina
татьяна тетяна tatiana tatyana tetiana tetyana
юлия юлія yulia yuliya iuliia yuliia julia iulia julija
юлий юлій yuly yulii
людмила lyudmila liudmila ludmila liudmyla
любовь любов lyubov liubov lubov
светлана світлана svetlana svitlana
надежда nadezhda
галина galina halyna
оксана oksana oxana
ксения ксенія ksenia kseniya kseniia xenia
анастасия анастасія anastasia anastasiya anastasiia
дарья дарія daria darya dariia dariya
дарина daryna darina
карина karina karyna
кристина крістіна kristina krystyna
христина khrystyna
полина поліна polina
софия софія софья sofia sofiya sofiia sofya
вера віра vera vira
лариса larisa larysa
марина marina maryna
марьяна маряна maryana mariana
жанна zhanna
инна інна inna
алла alla
алина аліна alina
диана діана diana
майя maya maiia
нина ніна nina
раиса raisa
тамара tamara
лилия лілія lilia liliya liliia
эльвира elvira
эмиль emil
регина regina
римма rimma
айгерим айгерім aigerim aygerim aigerym
айгуль айгүл aigul aygul
асель әсел asel assel
асем әсем asem assem
гульнар гүлнар gulnar
жулдыз жұлдыз zhuldyz juldyz
нурлан nurlan
нурбек nurbek
нурсултан нұрсұлтан nursultan
серик серік serik
берик берік berik
ербол yerbol erbol
ерлан yerlan erlan
ержан yerzhan erzhan erjan
канат қанат kanat qanat
санат sanat
куаныш қуаныш kuanysh quanysh
галым ғалым galym ghalym
шынгыс шыңғыс shyngys chingiz shyngyz
айдар aidar aydar
айдос aidos aydos
айбек aibek aybek
азамат azamat
бауыржан baurzhan bauyrzhan
динара dinara
мадина madina
мадияр madiyar
данияр daniyar
даурен dauren
ерасыл yerassyl erasyl
жанат zhanat janat
жанар zhanar janar
жасулан zhasulan
мурат murat
рустам rustam
самат samat
талгат talgat
тимурлан timurlan
алишер alisher
бекзат bekzat
бахыт bakhyt
фарида farida
шухрат shukhrat
дильшод dilshod
отабек otabek
жамшид jamshid
даниил daniil
данил danil
данила danila
данило danylo danilo
назар nazar
остап ostap
маркиян markiyan
соломия solomiia solomiya
мухаммед мұхаммед muhammad mohammad mohammed muhammed mohamed mohamad mehmed
`;

const OTHER_NAMES = `
john james robert william david richard charles joseph thomas christopher daniel matthew anthony mark donald steven paul
andrew joshua kenneth kevin brian george timothy ronald jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron henry adam peter
nathan zachary walter kyle harold carl jeremy keith roger gerald ethan arthur terry christian sean lawrence austin joe noah
jesse albert bryan billy bruce willie jordan dylan alan ralph gabriel roy juan wayne eugene logan randy louis russell
vincent philip bobby johnny bradley michael ian edward simon martin stuart graham nigel trevor neil colin craig duncan
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly
emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy kathleen angela
shirley brenda emma pamela nicole helen samantha katherine christine debra rachel carolyn janet catherine heather diane
olivia julie joyce virginia kelly lauren christina joan evelyn judith andrea megan cheryl jacqueline martha madison teresa
gloria sara janice ann jean alice kathryn jane charlotte grace ruth hannah isabella sophia ava mia abigail claire lucy
hans peter klaus jurgen juergen wolfgang uwe heinz karl dieter manfred horst helmut gunter guenter werner stefan thomas
andreas matthias markus sebastian florian tobias jens sven ralf bernd gerhard rolf kurt otto fritz ursula monika petra
sabine renate helga karin brigitte ingrid heike gisela susanne claudia birgit silke anja katrin katja nadine johanna
daniela martina paula gabriela emilia kamila joana lucia luca sofie
giuseppe giovanni antonio mario luigi francesco angelo vincenzo pietro salvatore carlo franco domenico bruno paolo michele
giorgio aldo sergio marco matteo lorenzo riccardo simone davide alessandro federico chiara giulia francesca valentina
alessia silvia elisa giovanna rosa caterina lucia teresa paola antonella
jose juan carlos luis jorge miguel pedro manuel francisco javier rafael fernando alberto eduardo roberto ricardo
alejandro diego andres pablo ramon enrique oscar raul guillermo hector ignacio santiago mateo joaquin gonzalo alvaro
carmen josefa isabel dolores pilar cristina rosario juana beatriz lucia begona mercedes marta pilar esperanza guadalupe
joao antonio paulo lucas felipe gustavo rodrigo bruno thiago leonardo caio vitor gabriel rafaela juliana fernanda camila
leticia mariana patricia aline vanessa larissa
pierre jean michel philippe alain francois nicolas laurent christophe olivier thierry pascal stephane guillaume mathieu
antoine julien sebastien yves henri jacques marie isabelle nathalie sylvie catherine francoise valerie sophie celine
aurelie camille margaux zoe
krzysztof andrzej tomasz pawel marcin michal marek grzegorz jozef lukasz adam zbigniew jerzy tadeusz mateusz dariusz
mariusz wojciech ryszard jakub henryk rafal kazimierz slawomir maciej kamil katarzyna malgorzata agnieszka krystyna
barbara ewa elzbieta zofia teresa magdalena joanna janina monika danuta jadwiga aleksandra halina irena beata dorota
jiri tomas petr josef jaroslav zdenek lucie tereza lenka gabor laszlo istvan zoltan ferenc attila balazs eszter zsofia
stefan ion gheorghe vasile mihai cristian ioana andreea karlis janis andris ilze
soren lars niels anders erik bjorn ole jens mads rasmus mette kirsten ase asa ingrid astrid sigrid magnus gustaf thordur
mehmet mustafa ahmet ali huseyin hasan ibrahim ismail osman yusuf murat omer ramazan emre burak kemal serkan fatma ayse
emine hatice zeynep elif merve esra elvin rashad elchin
ahmed ahmad mahmoud mahmud hassan hussein hussain omar umar khaled khalid youssef yousef abdullah abdul abdulrahman tariq
karim rashid salem saleh nasser samir walid ziad fatima aisha mariam zainab khadija layla noor imran bilal usman hamza
zubair kamran asif shahid nadeem faisal waqas adnan junaid
rahul rohit mohit amit sumit anil sunil sanjay vijay ajay rajesh suresh mahesh ramesh mukesh deepak vikas vivek ashok
manoj arjun karthik priya riya pooja neha anjali kavita sunita sita gita lakshmi divya sneha
hiroshi takashi kenji yuki yuko akira haruka sakura naoki
chukwuemeka chidi obinna emeka chinedu ifeanyi uche ngozi chioma adaeze amaka tunde olumide babatunde oluwaseun ayodele
musa sani bello garba abubakar aliyu haruna suleiman sulaiman idris adamu yakubu lawal nuhu dauda isa zakari salisu tijjani
mansur jamil rabiu kabir nasir auwal habib hamid hamad majid sultan saeed said saad jamal kamal akram anwar aziz farid fahad
hadi haris hashim jaber jafar khalil latif majeed malik marwan mazen munir murad nabil nadir qasim rafiq rahim rahman rami
rauf reza riad sabir sadiq salim salman sami shakir sharif taha tahir talal wahid waleed yahya yasin yasir younis zahid zaid
zakaria zain abebe bekele tesfaye haile kebede girma tadesse alemu mulugeta getachew dawit yonas solomon abdi farah
femi kunle segun yetunde folake funmilayo
саша женя валя
alex sasha bob rob bill mike tom dan ben sam max leo kate liz beth anya ira mira kira
`;

// Names that seldom stand alone: the word after them tells who it is (Abdul Rahman, Muhammad Ali and Muhammad Umar).
const HALF_NAMES = 'muhammad abdul syed md mohd siti nur nurul'.split(' ');
// Names that stand alone or begin a double name: Jean and Jean-Pierre, Maria and Maria Jose, Mehmet and Mehmet Ali.
const DOUBLE_NAMES = 'jean maria mehmet'.split(' ');

const groupsByForm = new Map<string, Set<number>>();
const groupsBySkeleton = new Map<string, Set<number>>();
const groupsByFatherStem = new Map<string, Set<number>>();

function add(index: Map<string, Set<number>>, key: string, group: number) {
	const groups = index.get(key) ?? new Set<number>();
	groups.add(group);
	index.set(key, groups);
}

const lines = SAME_NAME.trim()
	.split('\n')
	.map((line) => line.split(' '));
lines.forEach((forms, group) => {
	for (const form of forms) {
		add(groupsByForm, form.replace(/ё/g, 'е'), group);
		if (!/[а-я]/.test(form)) continue;
		for (const skeleton of cyrillicSkeletons(form)) {
			add(groupsBySkeleton, skeleton, group);
			add(groupsByFatherStem, skeleton, group);
			add(groupsByFatherStem, skeleton.replace(/[иа]$/, ''), group);
		}
	}
});
let nextGroup = lines.length;
for (const name of new Set(OTHER_NAMES.trim().split(/\s+/))) {
	if (!groupsByForm.has(name)) add(groupsByForm, name, nextGroup++);
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Which given names a word may be.
 *
 * @param base - lower case, without diacritics.
 * @returns empty for a word that is no known given name.
 */
export function givenNameGroups(base: string, script: 'latin' | 'cyrillic' | 'other'): ReadonlySet<number> {
	const exact = groupsByForm.get(base);
	if (exact !== undefined || script === 'other') return exact ?? NONE;
	const skeletons = script === 'latin' ? latinSkeletons(base) : cyrillicSkeletons(base);
	return union(skeletons, groupsBySkeleton);
}

/** Which given names the father may have had, by the stem of a patronymic: `серге` of Сергеевич. */
export function fatherNameGroups(stems: Iterable<string>): ReadonlySet<number> {
	return union(stems, groupsByFatherStem);
}

/** Whether the name says little without the next word: `half` never stands alone, `double` may be followed by a second name. */
export function sharedFirstName(base: string, groups: ReadonlySet<number>): 'half' | 'double' | undefined {
	const isOneOf = (names: readonly string[]) =>
		names.includes(base) ||
		names.some((name) => [...(groupsByForm.get(name) ?? NONE)].some((group) => groups.has(group)));
	if (isOneOf(HALF_NAMES)) return 'half';
	return isOneOf(DOUBLE_NAMES) ? 'double' : undefined;
}

function union(keys: Iterable<string>, index: ReadonlyMap<string, Set<number>>): ReadonlySet<number> {
	const found = new Set<number>();
	for (const key of keys) for (const group of index.get(key) ?? NONE) found.add(group);
	return found;
}
