/**
 * Given names by the habits of banks. A name missing here costs recall, never safety. Left out on purpose: words that
 * are names in East Asia too (Kim, Lee, An, Mai).
 */
// Long: lists of names and nothing else.
export const givenNames = () => ({
	/** Banks leave out a second one of these. */
	western: `john james robert william david richard charles joseph thomas christopher daniel matthew anthony mark donald steven
		paul andrew joshua kenneth kevin brian george timothy ronald jason jeffrey ryan jacob gary nicholas eric jonathan
		stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler
		aaron henry adam peter nathan zachary walter kyle harold carl jeremy keith roger gerald ethan arthur terry
		christian sean lawrence austin joe noah jesse albert bryan billy bruce willie jordan dylan alan ralph gabriel roy
		wayne eugene logan randy louis russell vincent philip bobby johnny michael edward simon martin stuart graham nigel
		trevor neil colin craig duncan oliver harry oscar alfred frederick leonard stanley edwin ernest howard francis
		clifford norman marvin glenn barry leslie geoffrey darren shaun gavin ross owen rhys gareth clarence hugh malcolm
		derek dominic jared lucas liam elijah caleb isaac luke connor evan julian xavier cameron mary patricia jennifer
		linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna
		michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy kathleen angela shirley
		brenda emma pamela nicole helen samantha katherine christine debra rachel carolyn janet catherine heather diane
		olivia julie joyce virginia lauren christina evelyn judith andrea megan cheryl jacqueline martha madison teresa
		gloria sara janice ann jean alice kathryn jane charlotte grace ruth hannah isabella sophia abigail claire lucy anne
		victoria lillian beverly denise marilyn amber danielle brittany rose diana natalie alexis kayla lori joan ella
		amelia mia zoe lily florence violet harriet fiona gillian hazel heidi irene jodie lorraine maureen naomi paula
		rosemary sally sheila sylvia tracy valerie vanessa wendy yvonne eleanor georgia ian hans klaus jürgen wolfgang uwe
		heinz karl dieter manfred horst helmut günter günther werner stefan andreas matthias markus sebastian florian
		tobias jens sven ralf rolf kurt otto bernd gerhard friedrich wilhelm ludwig hermann heinrich rainer joachim lothar
		siegfried holger torsten thorsten carsten dirk jörg björn sören ulrich maximilian lukas leon felix niklas moritz
		jonas konrad bernhard franz josef johannes georg anton ernst erich rudolf ursula monika petra sabine renate helga
		karin brigitte ingrid heike gisela susanne claudia birgit silke anja katrin katja nadine johanna daniela martina
		gabriela gabriele emilia luisa lena lea hanna marie sophie elke erika hildegard gertrud elisabeth christa angelika
		cornelia anke bettina doris edith eva franziska greta ilse inge irmgard jutta kerstin manuela marion melanie nicola
		regina rita rosemarie sonja stefanie tanja ulrike ute waltraud giuseppe giovanni mario luigi francesco angelo
		vincenzo pietro salvatore carlo franco domenico bruno paolo michele giorgio aldo sergio marco matteo lorenzo
		riccardo simone davide alessandro federico chiara giulia francesca valentina alessia silvia elisa giovanna rosa
		caterina paola antonella roberta federica luca pierre michel philippe alain francois nicolas laurent christophe
		olivier thierry pascal stephane guillaume mathieu antoine julien yves henri jacques isabelle nathalie francoise
		celine aurelie camille margaux sylvie monique veronique sandrine bernard gerard rene didier benoit sebastien
		krzysztof andrzej tomasz pawel marcin michal marek grzegorz jozef lukasz zbigniew jerzy tadeusz mateusz dariusz
		mariusz wojciech ryszard jakub henryk rafal kazimierz slawomir maciej kamil piotr jan adrian artur bartosz
		stanislaw katarzyna malgorzata agnieszka krystyna ewa elzbieta zofia magdalena joanna janina danuta jadwiga
		aleksandra halina irena beata dorota anna maria karolina natalia izabela iwona justyna jiri tomas petr jaroslav
		zdenek lucie tereza lenka vaclav pavel milan lubos jana hana vera alena veronika katerina gabor laszlo istvan
		zoltan ferenc attila balazs eszter zsofia ion gheorghe vasile mihai cristian ioana andreea karlis janis andris ilze
		lars niels anders erik ole mads rasmus mette kirsten ase asa astrid sigrid magnus gustaf johan mikael henrik
		fredrik kristina birgitta thordur willem pieter kees jessie marcus marc erin erica carla karla clara tina gina nina
		dina tony terri phillip hugo brent brett clint eve neal fay don ron rob bob kay iain tegan leah abby alison allison
		alyssa angelica anita annette april ariana ariel audrey autumn bethany bonnie brianna bridget caitlin carmen
		caroline carrie cassandra cecilia charlene chelsea chloe colleen constance courtney crystal daisy dana dawn destiny
		ellen elsie esther faith felicia gail gemma geraldine gwendolyn hayley hope ivy jasmine jenna jill jocelyn
		josephine joanne judy juliet june kara kate katelyn katie kayleigh kirsty kristen kristin latoya leanne leigh lila
		loretta louise lydia mabel mackenzie mallory marian marjorie melinda melody meredith miranda molly natasha norma
		paige patty pauline peggy phoebe poppy priscilla raquel robin rochelle roxanne sabrina sadie savannah selena serena
		shelby shelley sherry sierra sonya stacey stacy stella suzanne sydney tabitha tamara tammy tara tasha theresa
		tiffany tonya trisha veronica vivian winifred yolanda zara aidan alec andre archie arnold asher ashton barnaby ben
		benedict blake brad brendan bryce byron cedric chad chase cody corey cory cyrus dale damian damon darius darrell
		darryl daryl derrick desmond devin devon dominick dwayne dwight eddie edgar elliot emmett everett ezra finn finley
		gene gilbert grayson greg gus harley herbert herman irving jaden jake jamie jarrod javier jay jed jeffery jeremiah
		jerome jim jimmy joel jonah josiah julius kaleb kelvin kendrick kerry kirk lance landon leroy lester levi lionel
		luther lyle manuel maurice melvin micah miles milton myron neville otis quentin rafael ramon reginald rex ricky
		robbie rodney roderick roland roman ronnie rory rufus rupert salvador seth shane sheldon sidney sterling terrence
		theodore timmy toby tommy travis troy tyrone vernon wesley wilbur zachariah zane jörn jost jobst arnd arndt bernt
		curt detlef eike frauke gesa imke maike meike heiko heino volker volkmar dietmar friederike käthe bärbel rudi
		hartmut harald henning hubert ingo ingeborg jochen julia katharina lotte margarete marlene mathias max mechthild
		meinhard michaela mirko norbert olaf olga oskar peer philipp pia rebekka reinhard reinhold roswitha rüdiger sascha
		sibylle stephan steffen svenja swen theo thilo timo tom uta verena viktoria walburga wendelin wiebke wilma winfried
		wilfried yannick wanda dawid bartlomiej dominik sylwester szymon patryk przemyslaw radoslaw urszula weronika
		wiktoria wioletta grazyna jolanta kinga marzena mariola renata sylwia zuzanna milos dragan zoran goran jelena
		jovana jovan ivana marija luka zeljko nikola milica marko aleksandar nemanja dejan bojan vesna snezana`,
	iberian: `jose juan carlos luis jorge miguel pedro manuel francisco javier rafael fernando alberto eduardo roberto ricardo
		alejandro diego andres pablo ramon enrique raul guillermo hector ignacio santiago mateo joaquin gonzalo alvaro
		antonio angel jesus daniel david sergio martin mario arturo gustavo rodrigo emilio ruben ivan adrian marcos oscar
		victor hugo felipe julio cesar armando gerardo mauricio leonardo nicolas sebastian tomas vicente xavier agustin
		maria carmen josefa isabel dolores pilar cristina rosario juana beatriz lucia begona mercedes marta esperanza
		guadalupe ana laura elena sofia paula patricia sandra monica raquel silvia rosa teresa alicia susana yolanda irene
		andrea claudia natalia marina veronica gabriela adriana alejandra carolina daniela diana lorena mariana martina
		valeria valentina victoria julia eva ines nuria rocio alba consuelo angela joao paulo lucas thiago tiago caio vitor
		bruno andre marcelo mateus matheus gabriel renato fabio leandro guilherme henrique nuno rui helder rafaela juliana
		fernanda camila leticia aline vanessa larissa bruna amanda luiza catarina joana simone renata tatiana luciana
		filipe luisa julian ramona manuela emilia paola aurora aurelia aurelio mariano marino flavia flavio claudio
		cristiano cristiana fabiana fabiola marcia marcio celia silvio adriano alexandre alfredo alfonso amalia amparo
		anabel angeles angelica antonia araceli asuncion benito bernardo blanca candela carla carlota catalina cecilia
		clara concepcion conchita cristobal damian debora dario domingo edgar elisa elvira ernesto esteban esther estela
		ester eugenia eugenio eusebio fabian fatima federico felix fermin florencia francisca gaspar genaro german gilberto
		gines gloria graciela gregorio hernan humberto inmaculada iker israel jacinto jaime jimena jordi josue julieta laia
		lidia lola luz magdalena marcela marcelino margarita maribel marisol matilde matias maximiliano mayra melisa
		micaela milagros mireia miriam montserrat natividad noelia norma olga orlando oriol pamela paz pascual paulina
		perla pia ramiro rebeca regina remedios reynaldo rigoberto rita rodolfo rogelio rolando roman romina roxana
		salvador samuel sara saul severino simon soledad sonia teodoro valentin vanesa violeta virginia viviana ximena
		yesenia zoe afonso alessandra augusto barbara benedito breno cassio cintia claudemir danilo diogo douglas duarte
		edson eliane elisabete emanuel erica estevao evandro everton fernao filipa gilson goncalo helena heloisa igor
		isabela isabella ivone jessica joaquim jonas katia lais lara lia liliana lourdes luan lucio luiz margarida mariza
		mauro murilo olavo osvaldo otavio priscila raimundo robson rogerio rosana ronaldo rosangela sandro sebastiao selma
		tais telma valdemar vera vinicius wellington wesley yara`,
	african: `chukwuemeka chukwudi chukwuma chidi chidera obinna emeka chinedu ifeanyi uche ngozi chioma adaeze amaka nneka
		nkechi ifeoma chinwe chiamaka ebuka kelechi ikenna nnamdi obioma uchenna ugochukwu okechukwu onyeka somto tochukwu
		tunde olumide babatunde oluwaseun ayodele temitope adebayo adewale olufemi femi kunle segun yetunde folake
		funmilayo bukola titilayo damilola oluwatobi opeyemi kehinde taiwo kayode gbenga wale sade ronke bisi dele rotimi
		tolulope kwame kofi kwabena kwaku yaw kojo akosua ama adwoa efua abena esi ekow nana wanjiru njeri wambui wanjiku
		nyambura kamau kariuki mwangi njoroge otieno ochieng odhiambo achieng akinyi atieno wafula kiprotich kipchoge
		chebet jepkosgei cheptoo mutua musyoka thabo sipho themba bongani mandla nomsa thandiwe lindiwe zanele nokuthula
		sibusiso tshepo lerato naledi kagiso tendai tatenda farai rudo chipo tawanda simba nyasha tinashe precious blessing
		patience comfort godwin goodluck sunday monday friday festus augustine cletus innocent gift favour mercy peace joy
		faith charity efe ese osaze osagie eloho akpan edet ekene ekenna chika chike chima chuka adaora adanna oluchi
		onyinye afua akua adjoa kwesi kwadwo ekua maame nii naa mawuli sena selorm edem elikem ngozika somadina tobechukwu
		ifunanya ogechi nwando nkiruka ebele olabisi olayinka oyinkansola simisola ayomide ayo bolanle dupe eniola iyabo
		jumoke kemi lola moji ibukun omolara oluwafemi olusegun oluwadamilola tomiwa toyin wuraola abiodun adeola adeyinka
		akin akintunde bode dayo deji gboyega idowu jide lanre niyi sola tayo wole yinka wairimu nyokabi wangari muthoni
		njoki mumbi njuguna gitau macharia kibet kipkemboi cherono jepchirchir jelagat chelangat nafula nekesa barasa
		simiyu onyango adhiambo awuor akoth ouma okoth owino oduor apiyo nkosazana nomvula ntombi nosipho nonhlanhla mpho
		tumelo kabelo katlego refilwe palesa dineo tebogo lesego sizwe mthunzi siyabonga lungile tafadzwa tariro tinotenda
		munashe kudzai rutendo anesu chengetai ngonidzashe nomatter wonder`,
	/** The first of two; a second one is left out only if it stands in `indianMiddle`. */
	indian: `rahul rohit mohit amit sumit anil sunil sanjay vijay ajay rajesh suresh mahesh ramesh mukesh deepak vikas vivek
		ashok manoj arjun karthik priya riya pooja neha anjali kavita sunita sita gita lakshmi divya sneha rajiv rakesh
		dinesh naresh ganesh lokesh nitin sachin saurabh gaurav ankit abhishek abhijit aditya akash akhil alok anand ankur
		arun arvind ashish ashwin atul bharat brijesh chetan dev dhruv girish gopal govind harish hemant hitesh jagdish
		jayesh jitendra kailash kamlesh kartik kiran krishna kunal lalit madhav manish mohan mayank mehul narendra naveen
		nikhil nilesh paresh parth pawan piyush prakash pramod pranav prashant praveen rajendra rajkumar raju ravindra ravi
		rishabh sagar sameer sandeep santosh satish shankar shashi shiv shubham siddharth sourav srinivas subhash sudhir
		tarun tushar uday umesh varun venkatesh vinay vinod vipin vishal yash yogesh harpreet gurpreet aarti aishwarya
		anita anju ankita anusha aparna archana asha bhavna chitra deepa deepika geeta gauri hema indira isha jaya jyoti
		kajal kalpana kamala komal lata laxmi madhuri mamta manisha meena meera megha nandini nikita nisha padma pallavi
		parvati payal preeti rachna radha rajni rashmi rekha renu ritu rupa sangeeta sarita savita seema shalini shanti
		shilpa shobha shreya shweta simran smita sonal sonia sudha sujata suman swati tanvi usha vandana vidya vimla yamini
		karan ram shyam sohan vinita vineeta mita rita riti rama uma nirmal nirmala kamal vimal vimala sarla sarala sheela
		neela surendra mahendra virendra dharmendra upendra devendra bhupendra jeetendra hardik jignesh ketan mitesh pankaj
		pratik rajan ranjit rohan samir shailesh shreyas sidharth sunny tejas vaibhav vikrant yuvraj zubin aakash aditi
		akanksha alka amrita anjana ananya apurva asmita bhavana bhumika charu darshana dipika disha ekta farhana gayatri
		hetal ila indu janaki jasmin jhanvi juhi kanchan karishma kriti kumkum leela madhu mahima malini manju mansi maya
		minakshi monika mridula mukta namrata nidhi nilima nutan parul poonam prabha pragya pranita prerna purnima rachana
		ragini rakhi ranjana rashmika reena richa roopa ruchi sadhana sakshi sandhya sapna shalu sharda shubhangi sukanya
		supriya surbhi sushma swapna tara tripti urmila urvashi varsha vasudha veena vibha yamuna venkata lakshman
		ramakrishna gopalakrishnan balakrishnan senthil murugan karthikeyan prabhu saravanan selvam muthu arumugam ganesan
		natarajan`,
	/** Known, and nothing follows from it. */
	other: `alex sasha bob rob bill mike tom dan ben sam max leo kate liz beth anya ira mira kira sofie joana michal ivan
		santo lina jon steve nick tony саша женя валя`,
	indianMiddle: 'kumar kumari lal chand chandra prasad nath devi bai ben bhai rani kant',
	muslim: `mahmoud imran bilal usman zubair kamran asif shahid nadeem faisal waqas adnan junaid sani bello garba abubakar
		aliyu haruna suleiman sulaiman idris adamu yakubu lawal nuhu dauda isa zakari salisu tijjani mansur jamil rabiu
		kabir nasir auwal habib hamid hamad majid sultan said saad kamal akram anwar aziz farid fahad hadi haris jaber
		khalil latif malik marwan mazen munir murad nabil nadir qasim rafiq rahim rahman rami rauf reza riad sabir sadiq
		salim salman sami shakir taha tahir talal wahid yahya yasin yasir younis zahid zaid zakaria zain musa ali ibrahim
		hassan hussein omar osman abdi farah ayan hodan abebe bekele tesfaye haile kebede girma tadesse alemu mulugeta
		getachew dawit yonas solomon almaz tigist meseret ziad layla noor salem saleh samir walid rashid khaled amr ammar
		anas ayman badr bader bassam hani hatem hazem ihab iyad jihad karam luay maher majed moataz mounir muath nader
		nayef omran qais raed ragheb ramzi rashed safwan shadi sherif tamer tawfiq turki wael wissam yazan ziyad
		abeer afaf ahlam amal amani amira arwa asma basma dalal dalia dina doaa eman fadia farah ghada hala hanan heba hind
		hoda huda iman jamila kawthar laila lama latifa lina lubna maha manal mariam maysa mona muna nabila nada nadia nahla
		najwa nawal nesreen nihal noha nora rania reem rima rola ruba saba sabah safa salma samar samia sana sawsan shaima
		siham sondos souad suad wafa yasmin yusra zahra`,
	turkic: `mehmet mustafa ahmet huseyin hasan ismail yusuf murat omer ramazan emre burak kemal serkan fatma ayse emine
		hatice zeynep elif merve esra halil suleyman mahmut orhan osman cem can deniz eren fatih ferhat gokhan hakan ilker
		kaan kerem levent metin okan onur ozan ozgur selim sinan tolga tuncay ugur umut volkan yasin yigit hulya gul gulsen
		leyla melek meryem nurcan ozge pinar sevgi sibel songul sultan tugba yasemin zehra aysel bahar betul busra cansu
		derya dilek ebru eda filiz gamze gizem hande ipek irem nazli nuray selin seda tulay
		elvin rashad elchin vugar farid ilham rovshan ramil samir tural orkhan emin anar aydin vusal nijat kamran aynur
		gunay sevinj nigar lala turkan gulnara sabina
		otabek jamshid bekzod sardor dilshod sherzod ulugbek jasur bobur islom rustam aziz nodira gulnora dilnoza malika
		feruza nilufar shahnoza zulfiya`,
});

/** Often the first half of a double name, so a word after it may be what distinguishes two brothers or sisters. */
export const doubleFirstNames = () => 'jean maria marie mehmet';
