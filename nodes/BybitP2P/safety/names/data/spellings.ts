/**
 * Given names that are spelled in several ways; what stands between two semicolons is one name. Two names that stand here
 * apart are two, whatever the spelling rules say: so Daniil and Danila, Aleksandr and Aleksandra, Hassan and Hussein.
 * Translations (Michael for Mikhail) are left out on purpose.
 */
// Long: lists of names and nothing else.
export const givenNameSpellings = () => ({
	slavic: `
		сергей сергій sergey sergei serhii serhiy sergii sergiy serguei sergej siarhei;
		александр олександр aleksandr alexander alexandr oleksandr aliaksandr aleksander;
		александра олександра aleksandra alexandra oleksandra;
		алексей олексій aleksey aleksei alexey alexei oleksii oleksiy aliaksei aleksej;
		андрей андрій andrey andrei andrii andriy andrej andrij;
		дмитрий дмитро dmitry dmitriy dmitrii dmitri dmytro dimitri dmitrij dzmitry;
		евгений євген yevgeny yevgeniy evgeny evgeniy evgenii yevhen yevgenii evgenij ievgen ievgenii;
		евгения євгенія evgenia evgeniya evgeniia yevgenia yevgeniya yevheniia yevheniya;
		михаил михайло mikhail mykhailo mihail mykhaylo michail; николай микола nikolay nikolai mykola nikolaj mikalai;
		владимир володимир vladimir volodymyr wladimir uladzimir;
		григорий григорій grigory grigoriy grigorii hryhorii hryhoriy; игорь ігор igor ihor; олег oleg oleh aleh;
		павел павло pavel pavlo; пётр петр петро petr pyotr petro piotr; юрий юрій yury yuriy yuri yurii iurii jurij;
		василий василь vasily vasiliy vasilii vasyl vasili; виктор віктор viktor victor;
		виктория вікторія viktoria viktoriya viktoriia victoria viktorija; иван іван ivan; никита микита nikita mykyta;
		кирилл кирило kirill kyrylo kiril; илья ілля ilya ilia illia; максим maksim maxim maksym; антон anton;
		артём артем artem artyom; роман roman; фёдор федор федір fedor fyodor fedir; семён семен semyon semen;
		денис denis denys; богдан bogdan bohdan; тарас taras;
		константин костянтин konstantin kostiantyn kostyantyn constantin; станислав станіслав stanislav;
		вячеслав vyacheslav viacheslav; ярослав yaroslav iaroslav jaroslav; ростислав rostislav rostyslav;
		святослав sviatoslav svyatoslav; владислав vladislav vladyslav; вадим vadim vadym; валентин valentin valentyn;
		валентина valentina valentyna; валерий валерій valery valeriy valerii;
		валерия валерія valeria valeriya valeriia; виталий віталій vitaly vitaliy vitalii vitali;
		геннадий геннадій gennady gennadiy gennadii hennadii; георгий георгій georgy georgiy georgii heorhii;
		леонид леонід leonid; анатолий анатолій anatoly anatoliy anatolii; аркадий аркадій arkady arkadiy arkadii;
		борис boris borys; глеб гліб gleb hlib; лев lev льв; тимофей тимофій timofey timofei tymofii; тимур timur tymur;
		руслан ruslan; руслана ruslana; эдуард едуард eduard edward; филипп пилип filipp philipp; егор yegor egor;
		ян yan jan; яна yana iana jana; яков яків yakov yakiv; мария марія марья maria mariia mariya marija marya;
		анна anna; ганна hanna ganna; елена олена elena olena yelena jelena; алёна алена alyona alena; ольга olga olha;
		ирина ірина irina iryna; арина аріна arina; наталья наталия наталія natalia nataliya natalya nataliia;
		екатерина ekaterina yekaterina; катерина kateryna katerina; татьяна тетяна tatiana tatyana tetiana tetyana;
		юлия юлія yulia yuliya iuliia yuliia julia iulia julija; юлий юлій yuly yulii;
		людмила lyudmila liudmila ludmila liudmyla; любовь любов lyubov liubov lubov;
		светлана світлана svetlana svitlana; надежда nadezhda; галина galina halyna; оксана oksana oxana;
		ксения ксенія ksenia kseniya kseniia xenia; анастасия анастасія anastasia anastasiya anastasiia;
		дарья дарія daria darya dariia dariya; дарина daryna darina; карина karina karyna;
		кристина крістіна kristina krystyna; христина khrystyna; полина поліна polina;
		софия софія софья sofia sofiya sofiia sofya; вера віра vera vira; лариса larisa larysa; марина marina maryna;
		марьяна маряна maryana mariana; жанна zhanna; инна інна inna; алла alla; алина аліна alina; диана діана diana;
		майя maya maiia; нина ніна nina; раиса raisa; тамара tamara; лилия лілія lilia liliya liliia; эльвира elvira;
		эмиль emil; регина regina; римма rimma; айгерим айгерім aigerim aygerim aigerym; айгуль айгүл aigul aygul;
		асель әсел asel assel; асем әсем asem assem; гульнар гүлнар gulnar; жулдыз жұлдыз zhuldyz juldyz;
		нурлан nurlan; нурбек nurbek; нурсултан нұрсұлтан nursultan; серик серік serik; берик берік berik;
		ербол yerbol erbol; ерлан yerlan erlan; ержан yerzhan erzhan erjan; канат қанат kanat qanat; санат sanat;
		куаныш қуаныш kuanysh quanysh; галым ғалым galym ghalym; шынгыс шыңғыс shyngys chingiz shyngyz;
		айдар aidar aydar; айдос aidos aydos; айбек aibek aybek; азамат azamat; бауыржан baurzhan bauyrzhan;
		динара dinara; мадина madina; мадияр madiyar; данияр daniyar; даурен dauren; ерасыл yerassyl erasyl;
		жанат zhanat janat; жанар zhanar janar; жасулан zhasulan; мурат murat; рустам rustam; самат samat;
		талгат talgat; тимурлан timurlan; алишер alisher; бекзат bekzat; бахыт bakhyt; фарида farida; шухрат shukhrat;
		дильшод dilshod; отабек otabek; жамшид jamshid; даниил daniil; данил danil; данила danila;
		данило danylo danilo; назар nazar; остап ostap; маркиян markiyan; соломия solomiia solomiya;
		ростислава rostyslava; роза roza; рената renata; стефан степан stefan stepan; степанида stepanida;
		маргарита маргаріта margarita marharyta; евдокия євдокія evdokia yevdokiia; зоя zoya zoia;
		лидия лідія lidia lidiya lidiia; нелли неля nelli nelly nelia; снежана сніжана snezhana snizhana;
		клавдия клавдія klavdia klavdiya; милана мілана milana; василиса василіса vasilisa vasylysa; мирон myron miron;
		платон platon; марк marko марко mark; матвей матвій matvey matvei matvii; макар makar; захар zakhar;
		демьян демян demian demyan; лука luka; савелий савелій saveliy savelii; герман herman german;
		арсений арсеній arseniy arsenii arsenie; артур artur arthur; аслан aslan; ильдар ildar; ринат rinat;
		марат marat; ренат renat; равиль ravil; рамиль ramil; рафаэль rafael; фархад farkhad farhad; алмаз almaz;
		асхат askhat; бекзат bekzat; ербулан yerbulan erbulan; жандос zhandos; жаннур zhannur;
		кайрат қайрат kairat kayrat qairat; нурболат nurbolat; олжас olzhas oljas; саян sayan; таир tair; улан ulan;
		чингиз chingiz; эрлан erlan; айжан aizhan ayzhan; айнур aynur ainur; айша aisha aysha; алия әлия aliya;
		амина amina; ботагоз ботагөз botagoz; гаухар gaukhar gauhar; гульмира gulmira; гульназ gulnaz; жанара zhanara;
		зарина zarina; камила kamila; карлыгаш карлығаш karlygash; назгуль назгүл nazgul; салтанат saltanat;
		сауле сәуле saule; толкын толқын tolkyn; улжан ұлжан ulzhan; шолпан sholpan;
		альберт albert; рудольф rudolf; феликс felix feliks; ефим efim yefim; игнат ігнат ignat ihnat; прохор prokhor; трофим трохим trofim;
		афанасий панас afanasiy afanasii; родион rodion; всеволод vsevolod; харитон khariton; корней корній korney; емельян emelyan;
		ибрагим ibragim; исмаил ismail; хасан khasan; ахмед akhmed; рашид rashid; расул rasul; карим karim; халил khalil; шамиль shamil;
		ислам islam; юсуф yusuf; умар umar; рамазан ramazan; болат bolat; ербулат yerbulat; зиновий зеновій zinoviy zenovii; орест orest;
		любомир любомир liubomyr lyubomyr; мирослав myroslav miroslav; мирослава myroslava; христофор khrystofor; лаврентий lavrentiy; филимон;
		аким akim; данислав; тихон tykhon tikhon; климент клим klim klym; еремей яремій; иосиф йосип iosif yosyp; соломон; давид давід davyd`,
	arabic: `
		محمد muhammad mohammad mohammed muhammed mohamed mohamad mohamet muhamad mehmed мухаммед мұхаммед магомед;
		احمد ahmed ahmad ahmet; محمود mahmoud mahmud mahmood; علي ali; حسن hassan hasan; حسين hussein hussain husain hossein
		huseyin; عمر omar umar; عمرو amr; عثمان osman uthman othman; خالد khaled khalid; يوسف youssef yousef yusuf yousuf
		yousif yussuf; ابراهيم ibrahim ebrahim; اسماعيل ismail esmail; عبدالله abdullah abdallah abdulla; مصطفى mustafa mostafa
		moustafa; كريم karim kareem; طارق tariq tarek tareq; سعيد saeed said saeid; حمزة hamza hamzah; بلال bilal belal;
		وليد walid waleed; شريف sharif shareef sherif; جمال jamal gamal; كمال kamal; رشيد rasheed rachid; ناصر nasser naser;
		سالم salem; سليم saleem selim; سليمان suleiman sulaiman soliman sulayman; سلمان salman; ياسر yasser yasir; ياسين yassin
		yaseen yasin; يحيى yahya yehia; زكريا zakaria zakariya; موسى musa moussa mousa; عيسى isa issa eissa; هارون haroun harun;
		داود dawood daoud dawud; ادم adam; نوح noah nuh; ايوب ayoub ayyub ayub; زيد zaid zayd; زايد zayed; زياد ziad ziyad; سعد saad;
		فهد fahad fahd; فيصل faisal faysal; فارس fares faris; ماجد majed; مجيد majeed; حامد hamed; حميد hameed; حمد hamad;
		راشد rashed; هاني hani; سامي sami; رامي rami; شادي shadi; هشام hisham hesham; اسامة osama usama; ايمن ayman aiman;
		انس anas; انور anwar; اشرف ashraf; باسم bassem basem; بدر bader badr; جابر jaber; جعفر jafar jaafar; جميل jamil jameel;
		حاتم hatem; حازم hazem; رائد raed; رضا reda rida reza; سيف saif seif; صالح saleh salih; صلاح salah; ضياء diaa;
		طلال talal; طه taha; عادل adel adil; عامر amer aamer; امير amir ameer; عباس abbas; عماد emad imad; غازي ghazi; قاسم qasim
		kassem qassem; لؤي luay loay; مازن mazen mazin; مالك malek malik; مراد murad mourad; مروان marwan; منصور mansour mansur
		mansoor; منير munir mounir; نبيل nabil nabeel; نور nour noor nur; وائل wael; يزن yazan;
		عبدالرحمن abdulrahman abdelrahman abdurrahman abderrahmane abdurahman abdalrahman; عبدالرحيم abdulrahim abdelrahim
		abdurrahim; عبدالعزيز abdulaziz abdelaziz; عبدالكريم abdulkarim abdelkarim abdulkareem; عبدالقادر abdulkader abdelkader
		abdulqadir; عبداللطيف abdullatif abdellatif; عبدالمجيد abdulmajid abdelmajid; عبدالمنعم abdelmoneim abdulmunim;
		عبدالناصر abdelnasser abdulnasser; عبدالسلام abdulsalam abdelsalam abdussalam; عبدالحميد abdulhamid abdelhamid
		abdulhameed; عبدالحكيم abdulhakim abdelhakim; عبدالغني abdulghani abdelghani; عبدالوهاب abdulwahab abdelwahab;
		فاطمة fatima fatma fatimah; عائشة aisha aicha ayesha aysha; خديجة khadija khadeeja khadijah; مريم mariam maryam meryem;
		زينب zainab zeinab zaynab; ليلى layla leila laila; ياسمين yasmin yasmine yasmeen; نورة noura nora; سارة sara
		sarah; هند hind; هدى huda hoda; منى mona muna; امل amal; امال amaal; ايمان iman eman; ايه aya; اسماء asma asmaa;
		اميرة amira ameera; بسمة basma; دعاء doaa; دينا dina; رانيا rania; ريم reem rim; سلمى salma; سمر samar; سميرة samira
		sameera; سمير samir sameer; شيماء shaimaa shaima; عبير abeer abir; غادة ghada; لمى lama; لبنى lubna loubna; مها maha; نادية nadia;
		نجلاء naglaa najla; ندى nada; هالة hala; هبة heba hiba; وفاء wafaa wafa; جميلة jamila jameela`,
});

/** Arab families; without the article where the list has none. */
export const familySpellings = () => `
	المصري almasri almasry; الحسن alhassan alhasan; الحسين alhussein alhussain; الاحمد alahmad alahmed; العلي alali; الخطيب
	alkhatib alkhateeb; الشريف alsharif alshareef; الحداد alhaddad; حداد haddad; النجار alnajjar alnajar; نجار najjar; القحطاني
	alqahtani alkahtani; الغامدي alghamdi alghamidi; الحربي alharbi; العتيبي alotaibi alutaibi; الشمري alshammari alshamari;
	الزهراني alzahrani; الدوسري aldosari aldossari aldosary; المطيري almutairi almutayri; العنزي alanazi alenezi; السعدي alsaadi
	alsadi; الهاشمي alhashimi alhashemi; الفارسي alfarsi; البلوشي albalushi; الكعبي alkaabi; المنصوري almansoori almansouri;
	النعيمي alnuaimi alnoaimi; الشامي alshami; الحلبي alhalabi; العراقي aliraqi; التميمي altamimi; الجبوري aljubouri aljuburi
	aljabouri; الدليمي aldulaimi; العبيدي alobaidi alubaidi; السامرائي alsamarrai; خوري khoury khouri; منصور mansour mansur;
	صباغ sabbagh; بيطار bitar; فياض fayyad fayad; حمدان hamdan; عطية attia atiya; فرج farag faraj; شاهين shaheen shahin;
	بركات barakat; غنيم ghoneim ghonim; السيد alsayed alsayyid; عبدالله abdullah abdallah; الصالح alsaleh; الراشد
	alrashed; القاسم alqasim alqassem; السالم alsalem; الخالدي alkhalidi alkhaldi; العمري alomari alamri; الرفاعي alrifai
	alrefai; بوعزيزي bouazizi; البغدادي albaghdadi; الدمشقي aldimashqi; الحمصي alhomsi; القدسي alqudsi alqodsi; الحسيني alhusseini
	alhussaini; الحسني alhasani alhassani; السليماني alsulaimani; الجزائري aljazairi; التونسي altounsi; المغربي almaghrabi almaghribi;
	اليماني alyamani; الكويتي alkuwaiti; المالكي almaliki almalki; الانصاري alansari; القرشي alqurashi; الشهري alshehri; القرني alqarni;
	السبيعي alsubaie alsubaiei; الرشيدي alrashidi; الجهني aljohani; السلمي alsulami; المهيري almuhairi; الظاهري aldhaheri; المزروعي
	almazrouei almazrooei; السويدي alsuwaidi; الكتبي alketbi; الشحي alshehhi; الشيخ alsheikh; البنا albanna; النحاس alnahas; العطار
	alattar; القاضي alqadi; الصاوي alsawy alsawi; الشاذلي alshazly alshazli; البدوي albadawi albadawy; رمضان ramadan; شعبان shaaban;
	رجب ragab rajab; عوض awad; المحمدي almohammadi`;

/** Indian families whose Latin spelling the rules of reading miss. */
export const indianSpellings = () => `
	वर्मा verma varma; अग्रवाल agarwal agrawal aggarwal; चौधरी chaudhary chaudhari choudhary chowdhury; पांडेय pandey; पाण्डेय pandey;
	पांडे pandey pande; दुबे dubey dube; श्रीवास्तव srivastava shrivastava srivastav; चतुर्वेदी chaturvedi; सिंह singh; मेहता mehta;
	कृष्ण krishna; मिश्रा mishra misra; मिश्र mishra; मुखर्जी mukherjee mukherji; चटर्जी chatterjee; बनर्जी banerjee; खान khan; राव rao; घोष ghosh; दत्ता dutta datta; बोस bose; गिल gill;
	नायडू naidu; रेड्डी reddy; अय्यर iyer; भट्ट bhatt; मल्होत्रा malhotra; चोपड़ा chopra; अरोड़ा arora; राठौर rathore; सक्सेना saxena;
	त्रिवेदी trivedi; तिवारी tiwari; यादव yadav; कपूर kapoor kapur; शाह shah; देसाई desai; नायर nair; मेनन menon; पिल्लई pillai`;
