/** Common names of the English-speaking world, Africa in English spelling, Germany, Spain, Portugal and Latin America. */

export const english = {
	given: `James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph
		Jessica Thomas Karen Christopher Sarah Charles Lisa Daniel Nancy Matthew Sandra Anthony Betty Mark Ashley Donald
		Emily Steven Kimberly Andrew Margaret Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa Timothy
		Deborah Ronald Stephanie George Rebecca Jason Sharon Edward Laura Jeffrey Cynthia Ryan Amy Jacob Kathleen Gary
		Angela Nicholas Shirley Eric Emma Jonathan Brenda Stephen Nicole Larry Anna Justin Samantha Scott Katherine Brandon
		Christine Benjamin Helen Samuel Debra Gregory Rachel Alexander Carolyn Patrick Janet Frank Maria Raymond Catherine
		Jane Anne Ann Eve Neil Neal Alan Allan Allen Jon Don Dan Ron Rob Bob Ray Roy Kay Fay May Joan Jean Dean Sean Shaun
		Marc Erin Aaron Erica Carla Karla Clara Tina Gina Nina Dina Mina Toni Tony Terri Terry Philip Phillip Carl Karl Earl
		Hugh Hugo Bryan Brent Brett Trent Grant Clint Glen Glenn Owen Evan Ivan Ian Iain Dylan Logan Megan Tegan Reagan Gary Stuart Jordan`,
	family: `Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Jackson Martin Lee Thompson
		White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Nelson Baker Hall Campbell
		Mitchell Carter Roberts Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper
		Reed Bailey Bell Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray James Hughes Price Myers Long
		Foster Sanders Ross Powell Sullivan Russell Jenkins Perry Butler Barnes Fisher Henderson Coleman Simmons Patterson
		Jordan Reynolds Hamilton Graham Smyth Smythe Johnston Johnstone Thomson Clarke Browne Reid Read Hale Hull Hell Bill
		Moor Moody Woods Cooke Myer Meyers Stuart Steward Gary Grey Harrison Harriman Watkins Wilkins Wilkinson Jackman
		Peters Petersen Peterson Pearce Pierce Philips Hewes Allan Alan Whyte Wight Kerr Carr Barr Farr Burr`,
} as const;

export const african = {
	given: `Chukwuemeka Chidi Chinedu Chioma Ngozi Nneka Obinna Emeka Ifeanyi Uche Adaeze Amaka Ifeoma Kelechi Nnamdi Ikenna
		Tunde Olumide Babatunde Oluwaseun Ayodele Temitope Adebayo Folake Yetunde Bukola Segun Kehinde Taiwo Damilola
		Kwame Kofi Kwabena Akosua Ama Abena Yaw Kojo Efua Esi Wanjiru Njeri Wambui Kamau Mwangi Otieno Achieng Odhiambo
		Thabo Sipho Themba Bongani Nomsa Thandiwe Lindiwe Zanele Lerato Naledi Tendai Rudo Chipo Tatenda Farai Simba
		Musa Ibrahim Aliyu Amina Hauwa Zainab Aisha Abubakar Usman Bello Garba Halima Blessing Precious Patience Godwin
		Sunday Ekene Ekenna Chika Chike Chima Chuka Adaora Adanna Oluchi Onyinye Efe Ese Osaze Osagie Eloho Akpan Edet Adewale Adeola`,
	family: `Okafor Okeke Okonkwo Nwosu Eze Obi Okoro Nwankwo Adeyemi Adebayo Ogunleye Balogun Adeleke Ojo Olawale Akinola
		Afolabi Adesina Fashola Lawal Mensah Owusu Osei Boateng Asante Appiah Agyeman Ofori Amoah Addo Sarpong Annan Danso
		Mwangi Kamau Njoroge Kariuki Otieno Ochieng Odhiambo Kimani Mutua Omondi Kiptoo Cheruiyot Wekesa Dlamini Nkosi
		Ndlovu Khumalo Mokoena Zulu Sithole Mthembu Moyo Ncube Sibanda Phiri Banda Tembo Chirwa Diallo Traore Keita
		Musa Ibrahim Abdullahi Bello Sani Garba Yusuf Danjuma Okoli Okorie Okolo Ojukwu Onuoha Uzor Uzoma Igwe Ike Ekwueme
		Adeniyi Adewale Adeoye Adeola Oyelaran Oyewole Ajayi Aina Ige Too Koech Ruto Ngugi`,
} as const;

export const german = {
	given: `Hans Peter Klaus Jürgen Wolfgang Uwe Heinz Karl Dieter Manfred Horst Helmut Günter Werner Stefan Thomas Andreas
		Matthias Markus Sebastian Florian Tobias Jens Sven Ralf Bernd Gerhard Rolf Kurt Otto Jörg Björn Sören Lukas Felix
		Niklas Jonas Moritz Leon Ursula Monika Petra Sabine Renate Helga Karin Brigitte Ingrid Heike Gisela Susanne Claudia
		Birgit Silke Anja Katrin Katja Nadine Johanna Martina Gabriele Greta Hannah Lena Lea Marie Sophie Elke Erika Anke
		Bettina Doris Käthe Bärbel Jörn Jost Jobst Ernst Ernest Arnd Arndt Bernt Curt Detlef Eike Frauke Gesa Imke Maike
		Meike Heiko Heino Volker Volkmar Dietmar Dietrich Friedrich Friederike Ulrich Ulrike Erich Erika Rudi Rudolf`,
	family: `Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf
		Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann
		Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn
		Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon
		Ludwig Böhm Winter Kraus Schumacher Krämer Vogt Stein Jäger Sommer Groß Seidel Brandt Haas Graf Ziegler Kuhn Kühn
		Pohl Horn Busch Bergmann Voigt Sauer Arnold Hoffman Wolff Wulf Lehman Becher Bäcker Böcker Schultz Schulte Grosse
		Kramer Kremer Bohm Mohr Möhr Rot Bock Böck Beckmann Bachmann Kruse Kraft Krafft Vogl Vogel Hartwig Hertwig`,
} as const;

export const spanish = {
	given: `José Juan Carlos Luis Jorge Miguel Pedro Manuel Francisco Javier Rafael Fernando Alberto Eduardo Roberto Ricardo
		Alejandro Diego Andrés Pablo Ramón Enrique Raúl Guillermo Héctor Ignacio Santiago Mateo Joaquín Álvaro Antonio Ángel
		Sergio Mario Víctor Hugo César Óscar Rubén Emilio María Carmen Josefa Isabel Dolores Pilar Cristina Rosario Juana
		Beatriz Lucía Begoña Mercedes Marta Esperanza Ana Laura Elena Sofía Paula Patricia Sandra Mónica Raquel Silvia Rosa
		Teresa Alicia Yolanda Irene Natalia Verónica Gabriela Lorena Nuria Rocío Alba Inés Eva Marina Mariana Mariano Marino
		Luisa Ramona Daniela Daniel Manuela Emilia Paulo Paola Rafaela Aurora Aurelia Aurelio Julio Julia Julián Juliana`,
	family: `García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno
		Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina
		Morales Suárez Ortega Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos
		Lozano Guerrero Cano Prieto Méndez Cruz Calvo Gallego Vidal León Márquez Herrera Peña Flores Cabrera Campos Vega
		Fuentes Carrasco Díez Caballero Reyes Nieto Aguilar Rojas Rivas Rivera Ribera Rivero Ribero Salas Salazar Sala Soler
		Sole Soto Souto Vargas Varga Varas Velez Vélez Vela Veiga Mora Moro Mota Moya Mena Mendoza Paz Paez Peláez Ponce`,
} as const;

export const portuguese = {
	given: `João Paulo Lucas Thiago Caio Vítor Bruno André Marcelo Mateus Gabriel Renato Fábio Leandro Guilherme Henrique
		Nuno Rui Hélder Rafael Rodrigo Felipe Gustavo Leonardo Maria Ana Juliana Fernanda Camila Letícia Patrícia Aline
		Vanessa Larissa Bruna Amanda Luíza Beatriz Catarina Joana Inês Simone Renata Tatiana Luciana Mariana Luísa Marcos
		Márcia Márcio Mário Célia Sílvia Sílvio Flávia Flávio Cláudia Cláudio Adriana Adriano Cristiano Cristiana Fabiana`,
	family: `Silva Santos Oliveira Souza Sousa Lima Pereira Ferreira Costa Rodrigues Almeida Nascimento Alves Carvalho Araújo
		Ribeiro Barbosa Rocha Gomes Martins Fernandes Lopes Marques Dias Gonçalves Mendes Nunes Moreira Cardoso Teixeira
		Correia Pinto Moura Cavalcanti Freitas Vieira Monteiro Batista Andrade Barros Machado Azevedo Coelho Cunha Pires
		Fonseca Tavares Lourenço Antunes Simões Matos Neves Guimarães Miranda Duarte Reis Nogueira Brito Melo Mello Leal`,
} as const;
