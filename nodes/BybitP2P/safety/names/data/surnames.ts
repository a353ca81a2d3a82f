/** Families by the habits of banks: what stands here can be told from a given name. Umlauts as they are written at home. */
export const surnames = () => ({
	western: `smith jones taylor brown williams evans wright walker white green hall wood harris martin lewis clarke clark
		king baker turner hill moore parker cooper cook ward morris young davis miller wilson garcia rodriguez allen adams
		nelson carter mitchell roberts campbell phillips edwards collins stewart morgan reed bell murphy bailey rivera cox
		howard richardson ward torres peterson gray ramirez watson brooks kelly sanders price bennett wood barnes ross
		henderson coleman jenkins perry powell long patterson hughes flores washington butler simmons foster gonzales bryant
		russell griffin hayes myers ford hamilton graham sullivan wallace woods cole west jordan owens reynolds fisher ellis
		harrison gibson mcdonald marshall ortiz freeman wells webb simpson stevens tucker porter hunter hicks crawford boyd
		kennedy warren dixon burns gordon shaw holmes rice robertson hunt black daniels palmer mills grant knight ferguson
		rose stone hawkins dunn perkins hudson spencer gardner payne pierce berry matthews arnold wagner willis ray watkins
		olson carroll duncan snyder hart cunningham bradley lane andrews ruiz harper fox riley armstrong weaver greene
		lawrence elliott chavez sims austin peters kelley franklin lawson fields ryan schmidt carr castillo wheeler chapman
		oliver montgomery johnston banks bishop obrien fernandez lynch gallagher doyle byrne walsh kavanagh nolan quinn
		barker chambers cross dean fletcher francis gilbert goodwin holland hopkins hutchinson lloyd marsh mason newman
		norris osborne owen page pearson reid rogers saunders sharp sutton swift thornton todd tyler waters weston
		müller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schäfer koch bauer richter klein wolf
		schröder neumann schwarz zimmermann braun krüger hofmann hartmann lange schmitt werner schmitz krause meier lehmann
		schmid schulze maier köhler herrmann könig walter mayer huber kaiser fuchs peters lang scholz möller weiß jung hahn
		schubert vogel friedrich keller günther frank berger winkler roth beck lorenz baumann franke albrecht schuster simon
		ludwig böhm winter kraus martin schumacher krämer vogt stein jäger otto sommer groß seidel heinrich brandt haas
		schreiber graf schulte dietrich ziegler kuhn kühn pohl engel horn busch bergmann thomas voigt sauer arnold wolff
		pfeiffer schütz götz rösch bäcker förster förstner grün lüders büchner köster höfer kröger lütke rüdiger
		rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti costa giordano mancini
		rizzo lombardi moretti barbieri fontana santoro mariani rinaldi caruso ferrara galli martini leone longo gentile
		martinelli vitale lombardo serra coppola marchetti parisi villa conte ferraro fabbri bianco marini grasso valentini
		bernard dubois durand leroy moreau laurent lefebvre roux david bertrand morel fournier girard bonnet dupont lambert
		fontaine rousseau faure mercier blanc guerin boyer garnier chevalier francois legrand gauthier perrin robin morin
		nowak wojcik kowalczyk wozniak mazur krawczyk kaczmarek zajac krol wieczorek jablonski dudek pietrzak novak svoboda
		dvorak cerny prochazka kucera vesely horak nemec pokorny marek kral nagy kovacs toth szabo horvath varga kiss molnar
		popescu ionescu popa radu jansen devries bakker visser smit mulder bos vos peeters beethoven berg lind bergman
		lee kim`,
	iberian: `garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez martin jimenez ruiz hernandez diaz moreno
		munoz alvarez romero alonso gutierrez navarro torres dominguez vazquez ramos gil ramirez serrano blanco molina
		morales suarez ortega delgado castro ortiz rubio marin sanz nunez iglesias medina garrido cortes castillo santos
		lozano guerrero cano prieto mendez cruz calvo gallego vidal leon marquez herrera pena flores cabrera campos vega
		fuentes carrasco diez caballero reyes nieto aguilar pascual santana herrero lorenzo montero hidalgo gimenez ibanez
		ferrer duran santiago benitez mora vicente vargas arias carmona crespo roman pastor soto saez velasco moya soler
		parra esteban bravo gallardo rojas silva mendoza salazar rivera contreras chavez guzman rios mejia acosta figueroa
		pineda valencia restrepo ospina zapata quintero cardenas escobar maldonado sandoval cervantes
		oliveira souza sousa lima pereira ferreira costa rodrigues almeida nascimento alves carvalho araujo ribeiro barbosa
		rocha gomes martins fernandes lopes marques dias goncalves mendes nunes moreira cardoso teixeira correia pinto
		moura cavalcanti freitas vieira monteiro batista andrade barros machado azevedo coelho cunha pires fonseca tavares
		lourenco antunes simoes matos neves guimaraes miranda duarte reis nogueira brito magalhaes borges melo`,
	african: `okafor okeke okonkwo nwosu eze obi okoro nwankwo onyekachi onwuka nwachukwu igwe okoli ezeh agu anyanwu chukwu
		adeyemi adebayo ogunleye balogun adeleke ojo olawale akinola afolabi oyelaran adesina ogundipe fashola bakare lawal
		mensah owusu osei boateng asante appiah agyeman ofori amoah addo sarpong nkrumah annan danso frimpong antwi
		mwangi kamau njoroge kariuki otieno ochieng odhiambo wanjiru kimani mutua omondi kiptoo kipkemboi cheruiyot wekesa
		dlamini nkosi ndlovu khumalo mokoena zulu sithole mthembu radebe mahlangu moyo ncube sibanda chikwanda phiri banda
		mwale tembo chirwa kagame mugisha habimana niyonzima diallo traore keita coulibaly toure camara ndiaye diop sow`,
	indian: `sharma verma varma singh gupta patel shah mehta joshi agarwal aggarwal mishra pandey tiwari trivedi dubey
		chaudhary choudhary yadav jain bansal goel goyal kapoor khanna malhotra chopra arora bhatia sethi ahuja bajaj
		reddy rao naidu nair menon pillai iyer iyengar krishnan subramanian raman swamy gowda shetty hegde kamath bhat
		desai parikh trivedi solanki parmar chauhan rathore rajput thakur saxena srivastava shrivastava tripathi chaturvedi
		dwivedi shukla bhatt pathak das dutta ghosh bose banerjee chatterjee mukherjee sen roy biswas mondal saha
		kulkarni deshpande patil jadhav pawar shinde more gaikwad kale chavan sawant kadam naik gill sidhu sandhu dhillon
		grewal kaur bedi ahluwalia tendulkar kumar`,
});

/** Endings that only families have in Europe and its neighbours. */
export const surnameEnding = () =>
	/^.{2,}(?:son|sson|sen|[oe]va?|sk[iya]|cki|cka|sk[ayi]{2,3}|enko|ch?uk|wicz|mann|stein|feld|berger|bauer|meier|meyer|quist|strom|escu|opoulos|idis|yan|shvili|dze|zadeh|oglu)$/;
