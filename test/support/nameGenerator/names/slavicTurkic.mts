/** Common Slavic and Turkic names; where a people has two alphabets, in both. */

export const russian = {
	men: `Александр/Aleksandr Сергей/Sergey Дмитрий/Dmitry Андрей/Andrey Алексей/Aleksey Максим/Maksim Евгений/Evgeny Иван/Ivan
		Михаил/Mikhail Артём/Artem Никита/Nikita Роман/Roman Владимир/Vladimir Илья/Ilya Павел/Pavel Константин/Konstantin
		Виктор/Viktor Игорь/Igor Олег/Oleg Юрий/Yury Кирилл/Kirill Антон/Anton Денис/Denis Николай/Nikolay Вадим/Vadim
		Станислав/Stanislav Ярослав/Yaroslav Тимофей/Timofey Глеб/Gleb Егор/Egor Фёдор/Fedor Пётр/Petr Семён/Semen Лев/Lev
		Марк/Mark Матвей/Matvey Захар/Zakhar Платон/Platon Герман/German Руслан/Ruslan Ринат/Rinat Ильдар/Ildar Данила/Danila
		Савва/Savva Лука/Luka Яков/Yakov Прохор/Prokhor Трофим/Trofim Ефим/Efim Еремей/Eremey Климент/Kliment`,
	women: `Анна/Anna Мария/Maria Елена/Elena Ольга/Olga Наталья/Natalya Екатерина/Ekaterina Татьяна/Tatyana Ирина/Irina
		Светлана/Svetlana Юлия/Yulia Анастасия/Anastasia Дарья/Darya Виктория/Viktoria Алина/Alina Арина/Arina Полина/Polina
		Ксения/Ksenia Марина/Marina Людмила/Lyudmila Галина/Galina Валентина/Valentina Надежда/Nadezhda Вера/Vera Любовь/Lyubov
		Алла/Alla Инна/Inna Нина/Nina Зоя/Zoya Лидия/Lidia Раиса/Raisa Тамара/Tamara Кристина/Kristina Карина/Karina Диана/Diana
		Алёна/Alyona Яна/Yana Жанна/Zhanna Римма/Rimma Эльвира/Elvira Регина/Regina Милана/Milana Злата/Zlata Дина/Dina Лина/Lina`,
	families: `Иванов/Ivanov Смирнов/Smirnov Кузнецов/Kuznetsov Попов/Popov Васильев/Vasilyev Петров/Petrov Соколов/Sokolov
		Михайлов/Mikhaylov Новиков/Novikov Фёдоров/Fedorov Морозов/Morozov Волков/Volkov Алексеев/Alekseev Лебедев/Lebedev
		Семёнов/Semenov Егоров/Egorov Павлов/Pavlov Козлов/Kozlov Степанов/Stepanov Николаев/Nikolaev Орлов/Orlov Андреев/Andreev
		Макаров/Makarov Никитин/Nikitin Захаров/Zakharov Зайцев/Zaytsev Соловьёв/Solovyev Борисов/Borisov Яковлев/Yakovlev
		Григорьев/Grigoryev Романов/Romanov Воробьёв/Vorobyev Сергеев/Sergeev Кузьмин/Kuzmin Фролов/Frolov Королёв/Korolev
		Гусев/Gusev Киселёв/Kiselev Ильин/Ilyin Максимов/Maksimov Поляков/Polyakov Сорокин/Sorokin Виноградов/Vinogradov
		Ковалёв/Kovalev Белов/Belov Медведев/Medvedev Антонов/Antonov Тарасов/Tarasov Жуков/Zhukov Баранов/Baranov Филиппов/Filippov
		Комаров/Komarov Давыдов/Davydov Беляев/Belyaev Герасимов/Gerasimov Богданов/Bogdanov Осипов/Osipov Сидоров/Sidorov
		Матвеев/Matveev Титов/Titov Марков/Markov Миронов/Mironov Крылов/Krylov Куликов/Kulikov Карпов/Karpov Власов/Vlasov
		Мельников/Melnikov Денисов/Denisov Гаврилов/Gavrilov Тихонов/Tikhonov Казаков/Kazakov Афанасьев/Afanasyev Данилов/Danilov
		Мишкин/Mishkin Мышкин/Myshkin Шубин/Shubin Чубин/Chubin Щукин/Shchukin Шукин/Shukin Гарин/Garin Харин/Kharin Зотов/Zotov`,
	fathers: `Александрович/Aleksandrovich Сергеевич/Sergeevich Дмитриевич/Dmitrievich Андреевич/Andreevich Алексеевич/Alekseevich
		Иванович/Ivanovich Михайлович/Mikhaylovich Владимирович/Vladimirovich Павлович/Pavlovich Викторович/Viktorovich
		Игоревич/Igorevich Олегович/Olegovich Юрьевич/Yuryevich Николаевич/Nikolaevich Петрович/Petrovich Романович/Romanovich`,
} as const;

/** Ukrainian names that are no other spelling of a Russian one above. */
export const ukrainian = {
	men: `Тарас/Taras Остап/Ostap Богдан/Bohdan Назар/Nazar Любомир/Liubomyr Мирослав/Myroslav Ростислав/Rostyslav Святослав/Sviatoslav
		Орест/Orest Левко/Levko Маркіян/Markiian Зеновій/Zenovii Ігнат/Ihnat Устим/Ustym Ярема/Yarema Северин/Severyn`,
	women: `Оксана/Oksana Соломія/Solomiia Христина/Khrystyna Мар'яна/Mariana Уляна/Uliana Лілія/Liliia Руслана/Ruslana Злата/Zlata
		Богдана/Bohdana Мирослава/Myroslava Ярослава/Yaroslava Дарина/Daryna Мілана/Milana Устина/Ustyna Іванка/Ivanka Роксолана/Roksolana`,
	families: `Шевченко/Shevchenko Коваленко/Kovalenko Бондаренко/Bondarenko Ткаченко/Tkachenko Кравченко/Kravchenko Олійник/Oliinyk
		Шевчук/Shevchuk Коваль/Koval Поліщук/Polishchuk Бондар/Bondar Ткачук/Tkachuk Мороз/Moroz Марченко/Marchenko Лисенко/Lysenko
		Руденко/Rudenko Савченко/Savchenko Петренко/Petrenko Кравчук/Kravchuk Клименко/Klymenko Павленко/Pavlenko Савчук/Savchuk
		Кузьменко/Kuzmenko Пономаренко/Ponomarenko Мельник/Melnyk Василенко/Vasylenko Харченко/Kharchenko Гончар/Honchar
		Гаврилюк/Havryliuk Хоменко/Khomenko Щербак/Shcherbak Ющенко/Yushchenko Яценюк/Yatseniuk Зінченко/Zinchenko`,
	fathers: `Олександрович/Oleksandrovych Сергійович/Serhiiovych Іванович/Ivanovych Миколайович/Mykolaiovych Петрович/Petrovych
		Андрійович/Andriiovych Богданович/Bohdanovych Тарасович/Tarasovych`,
} as const;

/** Polish, Czech, Slovak, Croatian and Serbian in Latin letters. */
export const westSlavic = {
	given: `Piotr Krzysztof Andrzej Tomasz Paweł Michał Marcin Jakub Łukasz Mateusz Wojciech Grzegorz Stanisław Zbigniew Jerzy
		Tadeusz Rafał Kamil Dawid Bartosz Katarzyna Małgorzata Agnieszka Barbara Ewa Krystyna Elżbieta Magdalena Joanna
		Aleksandra Monika Zofia Danuta Jadwiga Justyna Iwona Jan Jana Jiří Tomáš Petr Martin Lukáš Jaroslav Zdeněk Václav Lucie
		Tereza Lenka Kateřina Hana Věra Alena Miloš Dragan Zoran Goran Jelena Jovana Jovan Ivana Marija Ana Luka Željko Nikola`,
	family: `Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski
		Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Garbowski Zając Pawłowski Michalski
		Król Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Nowicki
		Pawlak Górski Witkowski Walczak Sikora Baran Rutkowski Novák Svoboda Novotný Dvořák Černý Procházka Kučera Veselý Horák
		Němec Pokorný Marek Král Jovanović Petrović Nikolić Marković Đorđević Stojanović Ilić Horvat Kovačević Babić`,
} as const;

export const turkish = {
	given: `Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Süleyman Mahmut Emre Burak
		Kemal Serkan Cem Can Deniz Eren Fatih Gökhan Hakan Kaan Kerem Levent Metin Okan Onur Ozan Özgür Selim Sinan Tolga Uğur
		Umut Volkan Fatma Ayşe Emine Hatice Zeynep Elif Meryem Merve Esra Hülya Gül Gülşen Leyla Nurcan Özge Pınar Sevgi Sibel
		Tuğba Yasemin Zehra Aysel Bahar Betül Büşra Cansu Derya Dilek Ebru Filiz Gamze Gizem İrem Işıl Işık Nazlı Kadir Kadri
		Sıla Sılan Asım Nazım Kazım Yasin Yasın Suna Sunay Tuna Tunay Tuncay Tunca`,
	family: `Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Aslan Doğan Kılıç Çetin Kara Koç Kurt Özkan
		Şimşek Polat Korkmaz Özcan Çakır Erdoğan Yavuz Can Acar Şen Aktaş Güler Yalçın Güneş Bozkurt Bulut Keskin Ünal Turan
		Gül Özer Işık Kaplan Avcı Sarı Tekin Taş Köse Yüksel Ateş Aksoy İmamoğlu Karaoğlu Hacıoğlu Çavuşoğlu Sönmez Duman Kartal
		Bayram Uysal Toprak Tunç Tunçel Demirci Demirel Demirtaş`,
} as const;

export const azeri = {
	given: `Elvin Rəşad Elçin Vüqar Fərid İlham Rövşən Ramil Samir Tural Orxan Emin Anar Aydın Vüsal Nicat Kamran Rauf Əli Vəli
		Aynur Günay Sevinc Nigar Lalə Türkan Gülnarə Səbinə Aysel Ləman Nərmin Fidan`,
	family: `Məmmədov Əliyev Hüseynov Həsənov Quliyev Abbasov İbrahimov İsmayılov Cəfərov Rəhimov Kərimov Nəsirov Səfərov Babayev
		Mustafayev Qasımov Abdullayev Vəliyev Nəbiyev Əhmədov Süleymanov Mehdiyev Rzayev Bağırov`,
	fathers: `Rəşid Elçin Fərid Ramil Samir Həsən Əli Vaqif Tofiq Nazim`,
} as const;

export const kazakh = {
	men: `Нұрлан/Nurlan Ерлан/Yerlan Серік/Serik Берік/Berik Ержан/Yerzhan Қанат/Kanat Айбек/Aibek Асқар/Askar Бауыржан/Bauyrzhan
		Дәурен/Dauren Ербол/Yerbol Жандос/Zhandos Қайрат/Kairat Марат/Marat Мұрат/Murat Нұрсұлтан/Nursultan Олжас/Olzhas
		Самат/Samat Талғат/Talgat Тимур/Timur Азамат/Azamat Алмас/Almas Айдар/Aidar Айдос/Aidos Дамир/Damir`,
	women: `Айгүл/Aigul Айгерім/Aigerim Айжан/Aizhan Айнұр/Ainur Әсел/Assel Әсем/Assem Әлия/Aliya Ботагөз/Botagoz Гүлнар/Gulnar
		Гүлжан/Gulzhan Динара/Dinara Жанар/Zhanar Жанат/Zhanat Жұлдыз/Zhuldyz Мадина/Madina Меруерт/Meruert Назгүл/Nazgul
		Сәуле/Saule Шолпан/Sholpan Толқын/Tolkyn`,
	families: `Ахметов/Akhmetov Нұрланов/Nurlanov Омаров/Omarov Сәрсенов/Sarsenov Қасымов/Kassymov Беков/Bekov Исабеков/Issabekov
		Жұмабаев/Zhumabayev Сейітов/Seitov Тілеуов/Tileuov Оспанов/Ospanov Ибраев/Ibrayev Смағұлов/Smagulov Әбдіров/Abdirov
		Қожахметов/Kozhakhmetov Мұсаев/Mussayev Есенов/Yessenov Байжанов/Baizhanov Төлегенов/Tolegenov Дүйсенов/Duisenov`,
	fathers: `Серік/Serik Ербол/Yerbol Марат/Marat Болат/Bolat Нұрлан/Nurlan Қайрат/Kairat Асқар/Askar`,
} as const;

export const uzbek = {
	given: `Alisher Otabek Jamshid Bekzod Sardor Dilshod Sherzod Ulug‘bek Jasur Bobur Rustam Aziz Farrux Shuhrat Anvar Botir Islom
		Nodira Gulnora Dilnoza Malika Feruza Nilufar Shahnoza Zulfiya Lola Kamola Dildora Barno Umida Sevara Madina`,
	family: `Karimov Yusupov Rahimov Abdullayev Toshmatov Ergashev Xolmatov Saidov Ismoilov Nazarov Qodirov Mirzayev Umarov Sultonov
		Tursunov Rasulov Alimov Xo‘jayev O‘rinov Jo‘rayev Normatov Salimov Hakimov G‘aniyev`,
	fathers: `Rustam Anvar Botir Aziz Karim Olim Shavkat Baxtiyor`,
} as const;
