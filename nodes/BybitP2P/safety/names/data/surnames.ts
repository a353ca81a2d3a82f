/** Families by the habits of banks: what stands here is no given name. Umlauts as they are written at home. */
// Long: lists of names and nothing else.
export const surnames = () => ({
	western: `smith jones brown williams evans wright walker white green hall wood king baker turner hill moore cook ward young
		miller wilson garcia rodriguez adams roberts campbell phillips edwards collins stewart bell murphy rivera cox
		richardson torres peterson ramirez watson sanders price bennett barnes henderson jenkins powell long patterson
		hughes flores washington butler simmons foster gonzales bryant myers hamilton sullivan woods owens reynolds fisher
		harrison gibson mcdonald ortiz freeman wells webb simpson stevens hicks boyd burns holmes rice robertson hunt black
		daniels palmer mills knight ferguson stone hawkins dunn perkins gardner payne matthews wagner watkins olson snyder
		hart cunningham andrews ruiz fox armstrong weaver greene chavez peters fields schmidt carr castillo wheeler chapman
		montgomery johnston banks bishop obrien fernandez lynch gallagher byrne walsh kavanagh barker chambers cross
		goodwin hopkins hutchinson marsh newman norris osborne pearson rogers saunders sharp swift thornton waters müller
		schneider fischer weber meyer becker schulz hoffmann schäfer koch bauer richter klein wolf schröder neumann schwarz
		zimmermann braun krüger hofmann hartmann lange schmitt schmitz krause meier lehmann schmid schulze maier köhler
		herrmann könig mayer huber kaiser fuchs lang scholz möller weiß jung hahn schubert vogel keller berger winkler roth
		beck baumann franke schuster böhm winter kraus schumacher krämer vogt stein jäger sommer groß seidel haas schreiber
		graf schulte dietrich ziegler kuhn kühn pohl engel horn busch bergmann voigt sauer wolff pfeiffer schütz götz rösch
		bäcker förster förstner grün lüders büchner köster höfer kröger lütke rossi russo ferrari esposito bianchi colombo
		ricci greco gallo conti costa giordano mancini rizzo lombardi moretti barbieri fontana santoro mariani rinaldi
		caruso ferrara galli martini longo gentile martinelli lombardo serra coppola marchetti parisi villa conte ferraro
		fabbri bianco marini grasso valentini dubois durand moreau lefebvre roux morel fournier girard bonnet dupont
		fontaine rousseau faure mercier blanc guerin boyer garnier chevalier legrand perrin morin nowak wojcik kowalczyk
		wozniak mazur krawczyk kaczmarek zajac krol wieczorek jablonski dudek pietrzak novak svoboda dvorak cerny prochazka
		kucera vesely horak nemec pokorny kral nagy kovacs toth szabo horvath varga kiss molnar popescu ionescu popa radu
		jansen devries bakker visser smit mulder bos vos peeters beethoven berg lind bergman kim smyth smythe johnstone
		thomson browne read hull moor moody cooke myer steward harriman wilkins wilkinson jackman petersen pearce philips
		whyte wight kerr barr farr burr thompson robinson anderson johnson nguyen abbott adkins aldridge ashworth atkinson
		baldwin ball barber barron barton bates baxter beasley benson bird blackburn blackwell bolton bond booth bowen
		bowers bowman boyle bradford bradshaw brewer briggs bright buchanan buckley burgess burke burnett burton bush byrd
		cain calderon callahan camp cannon cantrell carlson carpenter cartwright chang christensen church clements cochran
		collier combs compton conley conway cooley copeland corbett costello cote cowan craft cramer crane crosby cummings
		curry daly daugherty davenport davidson decker dempsey dickerson dickinson dodson donaldson donnelly donovan dorsey
		dougherty downs dudley duffy duke dyer eaton edmonds english farmer farrell faulkner finch fitzgerald fitzpatrick
		fleming flowers forbes fowler franks frazier frost fry fuller galloway gardiner garner gates gentry gibbs giles
		gill gillespie glover golden goodman gould greer griffith griffiths grimes gross guthrie hammond hancock hansen
		hanson hardin harding hardy harmon harrell hartman hatfield haynes hensley herring hess hewitt hickman higgins
		hinton hobbs hodge hodges hogan holder holloway holt hood hooper horne horton house howe howell hubbard huff
		humphrey hurley hurst hyde ingram irwin jacobs jacobson jefferson jennings jensen joyce kaufman kemp key kidd kirby
		kline knowles knox kramer lamb larson leach leblanc levine levy little livingston lowe lowery lyons macdonald
		macias mackay macleod madden maldonado malone mann manning marks marquez massey mathews mathis maynard mcbride
		mccall mccann mccarthy mcclain mcclure mcconnell mccormick mccoy mccullough mcdaniel mcdowell mcfarland mcgee
		mcgrath mcguire mcintosh mcintyre mckay mckee mckenzie mckinney mcknight mclaughlin mclean mcleod mcmahon mcmillan
		mcneil mcpherson meadows melton mercer merrill merritt middleton mooney mcmullen morrison morrow morse morton moss
		mueller mullen mullins nicholson nixon noble oconnor odonnell oneal oneill orr osborn padilla park parks parrish
		parsons patel patton peck pennington pickett pittman pitts poole pope potter potts powers pratt proctor pruitt pugh
		quinn ramsey randall rankin rhodes rich richards richmond riggs rivers roach robbins robles rowe rush rutledge
		salinas sampson savage sawyer schroeder schultz schwartz sears sellers sexton shaffer shelton shepard shepherd
		sheppard shields short sinclair singleton skinner sloan small snow solomon sparks stafford stanton stark steele
		stephens stephenson stevenson stokes stout strickland strong summers sweeney sykes tanner tate townsend tran
		trevino trujillo underwood vaughan vaughn walls walters ware warner waller wall watts webster weeks weiss welch
		whitaker whitehead whitfield wiggins wilcox wilder wilkerson winters winston wise wolfe wong woodard woodward
		wooten workman wynn yates york hoffman wulf lehman becher böcker grosse kremer bohm mohr bock beckmann bachmann
		kruse kraft krafft vogl hartwig hertwig adler ackermann bader barth bartels behrens beier bender binder blank blum
		brandl breuer brinkmann bruns burger ebert eckert ehlers eichhorn erdmann esser fiedler fink fleischer forster
		freund frey fröhlich geiger gerber gerlach giese göbel gottschalk groth grimm gruber haase hafner hagen hamann
		hanke hauser hecht heck heil heim heller hempel henkel hennig hensel herbst herold heuer heß hiller hinz hirsch
		höhne holz hübner jahn janssen junge kern kessler keßler kirchner kirsch klose knoll köhn kolb körner kopp krebs
		kretschmer kühne kunz kurz langer lauer lechner lemke lenz lindemann link linke löffler mai marquardt marx maurer
		meißner menzel merkel merz metz metzger michels moser naumann nickel niemann noack nolte opitz ott pfeifer pieper
		popp probst rau rausch reich reichert reimann reimer reinhardt renner reuter riedel rieger ritter rohde rother ruf
		runge sauter schade schäfers schäffer scheffler schenk scherer schilling schindler schlegel schlüter schneiders
		schott schramm schreiner schuler schütte schütze schwab schwarze schweizer seeger seifert seitz siebert siegel
		singer stadler stahl steinbach stoll stolz straub strauß strobel stumpf thiel thiele thoma thome ullrich uhlig
		unger volk voss voß wächter wegener wegner weidner weigel weigl weise wendt wenzel wessel wieland wille wirth witt
		witte wittmann wulff wunderlich zander zeller zimmer zink wisniewski kowalski kaminski lewandowski zielinski
		szymanski dabrowski kozlowski grabowski garbowski pawlowski michalski jabloński wrobel olszewski stepien malinowski
		jaworski adamczyk nowicki pawlak gorski witkowski walczak sikora baran rutkowski jovanovic petrovic nikolic
		markovic dordevic stojanovic ilic horvat kovacevic babic wrona`,
	/** Given names that are families too: where one stands in the middle, nobody can tell. */
	alsoGiven: `james thomas scott henry george allen gordon craig stuart douglas austin logan terry perry barry glenn cameron
		clifford leonard norman vincent stanley patrick samuel daniel david simon andrew alexander nicholas barnett werner
		otto hermann heinrich georg ernst konrad lukas friedrich wilhelm rudolf adam anton jakob romano franco leone vitale
		pietro lorenzo bruno simone donato alan allan walter ludwig frank arnold oliver owen ryan russell graham francis
		lawrence howard gerard günther dean gilbert adewale adebayo gary taylor parker cooper carter morgan bailey gray
		brooks kelly ross hayes griffin ford wallace cole west jordan ellis reed marshall tucker porter hunter crawford
		kennedy warren dixon shaw grant rose hudson spencer pierce berry willis ray carroll duncan bradley lane harper
		riley lawson fletcher mason page reid sutton tyler weston todd lloyd quinn nolan doyle sims franklin clark clarke
		lewis martin harris davis lorenz albrecht marino bernard bertrand robin gauthier francois laurent lambert marek
		coleman kelley holland krishnan raman swamy subramanian charles joseph raymond roy gregory arthur moritz michel
		roman neal kirk lee nelson curtis shannon whitney elliott garrett harvey heath jackson mack maxwell mitchell morris
		murray preston sander miguel ramon santiago mateo rodrigo marcos tomas vicente xavier rosa lucas andre esteban
		gaspar paz pascual salvador duarte lara vera luis adeola adeyinka olumide olufemi olusegun babatunde ayodele
		olabisi olayinka abiodun akintunde idowu taiwo kehinde clemente sancho luna silvestre cruz bautista batista
		evangelista ventura domingo reyes assis paula amador camilo patricio custodio damasceno bernardo bento lourenco
		jesus gil matias alba rosario concepcion mercedes marin benito sales fay bode wesley marvin keith colin leroy
		steffen kayode matthews dragan barrett blair brady carey cassidy chandler clayton conner conrad dalton dawson
		delaney drake emerson garrison haley hayden holden houston jarvis justice kane kent lindsay lindsey maddox may
		monroe nash noel prince reese reilly rowland sherman terrell vance wade walton wiley wyatt brandt falk fritz hein
		christ oswald rudolph miranda anand chandra rajan mani israel lucio severino federico cristiano candela mauro
		milton herman hubert volker arndt mensah alonso santos can deniz turan cengiz omer timur murat umut`,
	iberian: `garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez jimenez ruiz hernandez diaz moreno munoz
		alvarez romero alonso gutierrez navarro torres dominguez vazquez ramos ramirez serrano blanco molina morales suarez
		ortega delgado castro ortiz rubio sanz nunez iglesias medina garrido cortes castillo santos lozano guerrero cano
		prieto mendez calvo gallego vidal leon marquez herrera pena flores cabrera campos vega fuentes carrasco diez
		caballero nieto aguilar santana herrero montero hidalgo gimenez ibanez ferrer duran benitez mora vargas arias
		carmona crespo pastor soto saez velasco moya soler parra bravo gallardo rojas silva mendoza salazar rivera
		contreras chavez guzman rios mejia acosta figueroa pineda valencia restrepo ospina zapata quintero cardenas escobar
		maldonado sandoval cervantes oliveira souza sousa lima pereira ferreira costa rodrigues almeida nascimento alves
		carvalho araujo ribeiro barbosa rocha gomes martins fernandes lopes marques dias goncalves mendes nunes moreira
		cardoso teixeira correia pinto moura cavalcanti freitas vieira monteiro andrade barros machado azevedo coelho cunha
		pires fonseca tavares antunes simoes matos neves guimaraes reis nogueira brito magalhaes borges melo rivas ribera
		rivero ribero salas sala sole souto varas velez vela veiga moro mota mena paez pelaez ponce mello leal abad acevedo
		aguado aguilera aguirre alarcon alcantara alcaraz alfaro aliaga almagro amaya aparicio aragon aranda arce arellano
		arenas arevalo arjona armas arroyo asensio avila ayala balaguer baena ballester barrera barreto barrientos barrios
		becerra bejarano beltran bermejo bermudez bernal berrios betancourt blasco bonilla borrego bosch bueno burgos
		bustamante bustos cabello caceres caicedo calderon camacho camara canales cardona carballo carbonell carrera
		carrillo carrion casado casanova casas castaneda castano castellanos cerda cespedes chacon chaparro cisneros cobo
		collado conde cordero cordoba cordova coronado corral correa cuellar cuenca cuesta cuevas davila delafuente
		delarosa delgadillo duque echeverria encinas enriquez escalante escudero espejo espinosa espinoza estevez estrada
		fajardo farias feijoo figueras florez franco frias fuente galan galindo gallegos galvan galvez gamboa gamez garay
		garces garza gimeno giner godoy gonzales gracia granados guerra guevara guillen haro heredia hernando hervas hierro
		hinojosa holguin huerta hurtado ibarra infante izquierdo jara jaramillo jurado ledesma leiva lemus lerma leyva
		linares llamas llorente lobo lorente lucero lugo luque macias madrid manrique manzano marrero marti mata mateos
		mejias melendez melgar mercado merino mesa millan mira mojica molinero moncada monge monroy montalvo montanez
		montes montoya morcillo murillo naranjo narvaez nava navas negron noguera novoa ocampo ochoa ojeda olivares oliver
		olmedo olmos orellana orozco ortuno osorio otero oviedo pacheco padilla padron palacios palomo pardo paredes parejo
		pedraza peralta peralez perea pereda pizarro plaza polanco polo portillo posada pozo prado puente puig quesada
		quezada quiles quintana quiroga quiros rangel real rebollo recio redondo requena rey reyna rico riera rincon
		robledo robles roca roig roldan romo ros rosado rosales rosas rosell royo rueda ruano sabater saavedra saiz
		salamanca salcedo saldana salgado salinas samper sanabria santa santamaria santillan sarmiento segovia segura
		sepulveda serna serra sevilla sierra solano solis sosa tapia tejada tejeda tello tena terron toledo tovar trejo
		trevino trujillo uribe urbina urena valdes valdez valenzuela valero valle vallejo valverde valls vaquero varela
		velasquez velazquez verdugo vergara viera vigil vila villa villalba villalobos villanueva villar villarreal
		villegas yanez ybarra zambrano zamora zamudio zaragoza zarate zavala zuniga abreu aguiar amaral amorim arruda
		baptista bastos bernardes bessa bispo bonfim braga brandao caldas camargo carneiro castelo chaves conceicao
		coutinho couto dantas diniz domingues drumond esteves faria ferraz figueiredo fontes franca freire furtado galvao
		garcez godinho gouveia guedes guerreiro henriques jardim junqueira lacerda leao leite lemos lessa lobato loureiro
		macedo maciel madeira maia malheiro marinho mascarenhas medeiros meireles menezes mesquita morais muniz nobrega
		novais nobre padilha paiva palma passos peixoto pessoa pimenta pimentel porto prates quadros queiroz quintela
		ramalho rego resende rezende sampaio saraiva seabra sequeira severo siqueira sobral soares trindade valadares vale
		valente vasconcelos veloso viana vilela`,
	african: `okafor okeke okonkwo nwosu eze obi okoro nwankwo onyekachi onwuka nwachukwu igwe okoli ezeh agu anyanwu chukwu
		adeyemi adebayo ogunleye balogun adeleke ojo olawale akinola afolabi oyelaran adesina ogundipe fashola bakare lawal
		mensah owusu osei boateng asante appiah agyeman ofori amoah addo sarpong nkrumah annan danso frimpong antwi mwangi
		kamau njoroge kariuki otieno ochieng odhiambo wanjiru kimani mutua omondi kiptoo kipkemboi cheruiyot wekesa dlamini
		nkosi ndlovu khumalo mokoena zulu sithole mthembu radebe mahlangu moyo ncube sibanda chikwanda phiri banda mwale
		tembo chirwa kagame mugisha habimana niyonzima diallo traore keita coulibaly toure camara ndiaye diop sow okorie
		okolo ojukwu onuoha uzor uzoma ike ekwueme adeniyi adeoye oyewole ajayi aina ige koech ruto abdullahi danjuma garba
		achebe adichie akpabio amadi aneke asogwa azikiwe chidozie chukwueke dike ekeh emenike ezeani ezekiel ibekwe
		iheanacho ihejirika iroegbu iweala mbah mbakwe ndukwe nnaji nwafor nweke nwokedi nzeogwu obasanjo odumegwu ogbonna
		okereke okey onwuachi onyema udeh udoh umeh unegbu abiola adegoke adekunle ademola adepoju aderibigbe adetokunbo
		akande akinwande alabi aluko amosun arowolo awolowo ayeni babalola babangida bamgbose ekundayo fagbemi falana
		fasina fayemi folarin ibironke jegede komolafe lasisi odukoya odusanya ogunbiyi ogunbanjo olaniyan olatunji
		olorunfemi omotosho oni oshodi osinbajo soyinka tinubu williams acheampong adjei afriyie agyei agyapong akoto
		amponsah ankomah asamoah awuah baah baidoo bediako bonsu darko dankwa donkor dwomoh essien gyamfi gyasi kufuor
		larbi manu mills nyarko obeng ofosu opoku osafo oppong quaye sackey tetteh twumasi yeboah chege gachanja gichuru
		karanja kibaki kihara kinyanjui kiplagat langat maina mbugua mburu muigai murimi muriuki mutiso mwenda ndegwa
		ndirangu ngugi nyaga oduya ogola ombati onyancha wainaina waweru buthelezi cele hadebe hlongwane kekana khoza
		letsoalo mabaso mabuza madonsela maluleke maphosa maseko masondo mazibuko mbatha mbeki mhlongo mkhize mnisi modise
		molefe motaung msimang mthethwa myeni nene ngcobo ngema ngwenya nkuna ntuli ramaphosa sebola sekgala shabalala
		shange tshabalala xaba zikalala zondo zungu rotich`,
	turkic: `yilmaz kaya demir celik sahin yildiz yildirim ozturk aydin ozdemir arslan aslan dogan kilic cetin koc kurt ozkan
		simsek polat korkmaz ozcan cakir erdogan yavuz acar aktas guler yalcin gunes bozkurt bulut keskin unal turan ozer
		isik kaplan avci sari tekin tas kose yuksel ates aksoy imamoglu karaoglu hacioglu cavusoglu sonmez duman kartal
		bayram uysal toprak tunc demirci demirel sen erdem coskun karaca kahraman akin altun altin ozbek sezer guven ucar
		uzun durmaz bilgin ozmen karatas sever bal`,
	indian: `sharma verma varma singh gupta patel shah mehta joshi agarwal aggarwal mishra pandey tiwari trivedi dubey chaudhary
		choudhary yadav jain bansal goel goyal kapoor khanna malhotra chopra arora bhatia sethi ahuja bajaj reddy rao naidu
		nair menon pillai iyer iyengar gowda shetty hegde kamath bhat desai parikh solanki parmar chauhan rathore rajput
		thakur saxena srivastava shrivastava tripathi chaturvedi dwivedi shukla bhatt pathak das dutta ghosh bose banerjee
		chatterjee mukherjee sen biswas mondal saha kulkarni deshpande patil jadhav pawar shinde more gaikwad kale chavan
		sawant kadam naik gill sidhu sandhu dhillon grewal kaur bedi ahluwalia tendulkar kumar doshi chaubey rana rawat
		negi bisht thakkar modi gandhi nehru bajwa saini rathod acharya adhikari agnihotri ahlawat apte awasthi babu bafna
		bagchi bahl bakshi bandyopadhyay barman barot basu batra bhagat bhalla bhandari bhardwaj bhargava bhasin
		bhattacharya bhattacharjee bhavsar bhosale birla biswal chakraborty chand chandel chatterji chawla chettiar chhabra
		chopade choksi chowdhury dabas dalal dalmia dave dayal deol deshmukh devgan dewan dhar dhawan dholakia dixit duggal
		dua gadkari gambhir garg gaur gavaskar gera ghai godbole gokhale gopalan gulati gujral gurung halder handa hinduja
		issar jaitley jadeja jha jindal johar jolly juneja kalra kanwar kapadia kapur karnik kashyap kaul khandelwal khatri
		khosla khurana kohli kothari krishnamurthy lamba lodha luthra mahajan maheshwari maity majumdar makhija malik
		mangal manjrekar mathur mehra mirza mitra mittal mohanty mukhopadhyay munshi murthy nag nagar nagpal nambiar nanda
		narang narayanan natarajan nayak nayyar oberoi oza padmanabhan pai pal panchal panda pandit pandya pant parekh
		patnaik poddar prabhakar puri purohit rai raina raje ranganathan rastogi ray roychowdhury sabharwal sachdev sahni
		sahoo salunkhe samant sarin sarkar satpathy sehgal shroff sinha sodhi somani soni sood subramaniam sundaram suri
		swaminathan tagore talwar tandon tata thapar tomar tripathy trehan trikha tyagi upadhyay vaidya vaswani
		venkataraman vij virk vohra vyas wadhwa wagh walia zaveri`,
});

/** Endings that only families have in Europe and its neighbours. */
export const surnameEnding = () =>
	/^.{2,}(?:son|sson|[klmnr]sen|ski|ska|cki|cka|wicz|czyk|mann|stein|feld|berger|bauer|meier|meyer|quist|strom|escu|opoulos|idis|yan|shvili|dze|zadeh|oglu)$/;
