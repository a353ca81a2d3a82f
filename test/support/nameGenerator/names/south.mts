/** Common names of the Arab world and of India, in their letters and in Latin ones. */

export const arabic = {
	given: `محمد/Mohammed أحمد/Ahmed محمود/Mahmoud علي/Ali حسن/Hassan حسين/Hussein عمر/Omar عثمان/Othman خالد/Khaled يوسف/Youssef
		إبراهيم/Ibrahim إسماعيل/Ismail مصطفى/Mustafa كريم/Karim طارق/Tarek سعيد/Said حمزة/Hamza بلال/Bilal وليد/Walid شريف/Sherif
		جمال/Gamal كمال/Kamal ناصر/Nasser سالم/Salem سليمان/Suleiman سلمان/Salman ياسر/Yasser ياسين/Yassin يحيى/Yahya زكريا/Zakaria
		موسى/Musa عيسى/Issa هارون/Haroun داود/Dawood زيد/Zaid زياد/Ziad سعد/Saad فهد/Fahd فيصل/Faisal فارس/Fares ماجد/Majed هاني/Hani
		سامي/Sami رامي/Rami شادي/Shadi هشام/Hisham أسامة/Osama أيمن/Ayman أنس/Anas أشرف/Ashraf بدر/Badr صالح/Saleh صلاح/Salah
		طلال/Talal عادل/Adel عامر/Amer عماد/Imad مازن/Mazen مالك/Malek مراد/Murad مروان/Marwan منصور/Mansour نبيل/Nabil وائل/Wael
		فاطمة/Fatima عائشة/Aisha خديجة/Khadija مريم/Mariam زينب/Zainab ليلى/Layla نورة/Noura سارة/Sara هند/Hind هدى/Huda منى/Mona
		أمل/Amal إيمان/Iman أميرة/Amira بسمة/Basma دعاء/Doaa رانيا/Rania ريم/Reem سلمى/Salma سمر/Samar سميرة/Samira نادية/Nadia ندى/Nada
		هالة/Hala هبة/Heba وفاء/Wafaa جميلة/Jamila حميد/Hameed حامد/Hamed حمد/Hamad رشيد/Rasheed راشد/Rashed جميل/Jamil سمير/Samir`,
	family: `المصري/Al-Masri الحسن/Al-Hassan الحسين/Al-Hussein الأحمد/Al-Ahmad العلي/Al-Ali الخطيب/Al-Khatib الشريف/Al-Sharif
		الحداد/Al-Haddad النجار/Al-Najjar القحطاني/Al-Qahtani الغامدي/Al-Ghamdi الحربي/Al-Harbi العتيبي/Al-Otaibi الشمري/Al-Shammari
		الزهراني/Al-Zahrani الدوسري/Al-Dosari المطيري/Al-Mutairi العنزي/Al-Anazi السعدي/Al-Saadi الهاشمي/Al-Hashimi الفارسي/Al-Farsi
		البلوشي/Al-Balushi الكعبي/Al-Kaabi المنصوري/Al-Mansouri النعيمي/Al-Nuaimi الشامي/Al-Shami الحلبي/Al-Halabi العراقي/Al-Iraqi
		التميمي/Al-Tamimi الجبوري/Al-Jubouri الدليمي/Al-Dulaimi العبيدي/Al-Obaidi السامرائي/Al-Samarrai خوري/Khoury منصور/Mansour
		حداد/Haddad نجار/Najjar صباغ/Sabbagh بيطار/Bitar فياض/Fayyad حمدان/Hamdan عطية/Attia فرج/Farag شاهين/Shaheen بركات/Barakat
		غنيم/Ghoneim سالم/Salem حسن/Hassan علي/Ali إبراهيم/Ibrahim الصالح/Al-Saleh الراشد/Al-Rashed القاسم/Al-Qasim السالم/Al-Salem
		الخالدي/Al-Khalidi العمري/Al-Omari الرفاعي/Al-Rifai البغدادي/Al-Baghdadi الدمشقي/Al-Dimashqi الحمصي/Al-Homsi القدسي/Al-Qudsi
		الحسني/Al-Hasani الحسيني/Al-Husseini المحمدي/Al-Mohammadi السليماني/Al-Sulaimani`,
} as const;

export const indian = {
	given: `राहुल/Rahul रोहित/Rohit मोहित/Mohit अमित/Amit सुमित/Sumit अनिल/Anil सुनील/Sunil संजय/Sanjay विजय/Vijay अजय/Ajay राजेश/Rajesh
		सुरेश/Suresh महेश/Mahesh रमेश/Ramesh मुकेश/Mukesh दीपक/Deepak विकास/Vikas विवेक/Vivek अशोक/Ashok मनोज/Manoj अर्जुन/Arjun
		कार्तिक/Kartik राम/Ram श्याम/Shyam मोहन/Mohan सोहन/Sohan करण/Karan किरण/Kiran नितिन/Nitin सचिन/Sachin गौरव/Gaurav सौरभ/Saurabh
		अंकित/Ankit अंकिता/Ankita आदित्य/Aditya आकाश/Akash अरुण/Arun वरुण/Varun तरुण/Tarun अरविंद/Arvind गोपाल/Gopal गोविंद/Govind हरीश/Harish
		हेमंत/Hemant जगदीश/Jagdish कैलाश/Kailash ललित/Lalit लता/Lata मनीष/Manish मनीषा/Manisha नरेश/Naresh नवीन/Naveen निखिल/Nikhil पवन/Pawan
		प्रकाश/Prakash प्रमोद/Pramod प्रिया/Priya रिया/Riya पूजा/Pooja नेहा/Neha अंजलि/Anjali कविता/Kavita सविता/Savita सुनीता/Sunita
		अनीता/Anita विनीता/Vineeta सीता/Sita गीता/Gita मीता/Mita रीता/Rita लक्ष्मी/Lakshmi दिव्या/Divya स्नेहा/Sneha मीना/Meena वीणा/Veena रमा/Rama
		उमा/Uma सीमा/Seema हेमा/Hema रेखा/Rekha राखी/Rakhi राधा/Radha सुधा/Sudha कमल/Kamal कमला/Kamala विमल/Vimal विमला/Vimala निर्मल/Nirmal
		निर्मला/Nirmala सरिता/Sarita सरला/Sarala शीला/Sheela नीला/Neela शांति/Shanti ज्योति/Jyoti आशा/Asha उषा/Usha निशा/Nisha ईशा/Isha`,
	family: `कुमार/Kumar कुमारी/Kumari शर्मा/Sharma वर्मा/Verma सिंह/Singh गुप्ता/Gupta पटेल/Patel शाह/Shah मेहता/Mehta जोशी/Joshi दोशी/Doshi
		अग्रवाल/Agarwal मिश्रा/Mishra पांडेय/Pandey तिवारी/Tiwari त्रिवेदी/Trivedi द्विवेदी/Dwivedi चतुर्वेदी/Chaturvedi दुबे/Dubey चौबे/Chaubey
		चौधरी/Chaudhary यादव/Yadav जैन/Jain बंसल/Bansal गोयल/Goyal कपूर/Kapoor खन्ना/Khanna मल्होत्रा/Malhotra चोपड़ा/Chopra अरोड़ा/Arora
		भाटिया/Bhatia सेठी/Sethi आहूजा/Ahuja बजाज/Bajaj रेड्डी/Reddy राव/Rao नायडू/Naidu नायर/Nair मेनन/Menon पिल्लई/Pillai अय्यर/Iyer
		देसाई/Desai पारिख/Parikh सोलंकी/Solanki परमार/Parmar चौहान/Chauhan राठौर/Rathore राजपूत/Rajput ठाकुर/Thakur सक्सेना/Saxena
		श्रीवास्तव/Srivastava त्रिपाठी/Tripathi शुक्ला/Shukla भट्ट/Bhatt पाठक/Pathak दास/Das दत्ता/Dutta घोष/Ghosh बोस/Bose बनर्जी/Banerjee
		कुलकर्णी/Kulkarni देशपांडे/Deshpande पाटिल/Patil जाधव/Jadhav पवार/Pawar शिंदे/Shinde मोरे/More गायकवाड़/Gaikwad नायक/Naik गिल/Gill
		राणा/Rana रावत/Rawat नेगी/Negi बिष्ट/Bisht ठक्कर/Thakkar मोदी/Modi गांधी/Gandhi नेहरू/Nehru बाजवा/Bajwa सैनी/Saini`,
	middle: `कुमार/Kumar कुमारी/Kumari लाल/Lal चंद/Chand चंद्र/Chandra प्रसाद/Prasad नाथ/Nath देवी/Devi रानी/Rani`,
} as const;

/** Names in other letters of India, as they are written at home. */
export const indianScripts = {
	bengali: {
		given: `রাম রমা অমিত সুমিত অনিল সুনীল রাহুল রোহিত মোহিত মোহন সোহন কমল কমলা বিমল বিমলা নির্মল নির্মলা প্রিয়া রিয়া সীমা হেমা উমা রেখা রাখি রাধা সুধা মিতা গীতা সীতা রীতা
			অনিতা সুনিতা কবিতা সবিতা সরিতা লতা মায়া ছায়া জয়া বিজয় অজয় সঞ্জয় দীপক দীপা দীপ্তি শিখা শিলা শীলা নীলা নীলিমা পূর্ণিমা প্রতিমা অরুণ বরুণ তরুণ করুণা তপন স্বপন স্বপ্না রতন রত্না চন্দন বন্দনা
			নন্দন নন্দিনী মালা মালতী আরতি ভারতী শ্যামল শ্যামা`,
		family: `রায় রাও দাস দাশ সেন ঘোষ বসু বোস দত্ত মিত্র পাল সাহা শাহ কর ধর নাথ দে দেব দেবী চন্দ চন্দ্র মণ্ডল বিশ্বাস সরকার মজুমদার তালুকদার হালদার সিকদার চক্রবর্তী চট্টোপাধ্যায় মুখোপাধ্যায় বন্দ্যোপাধ্যায় গঙ্গোপাধ্যায়
			ভট্টাচার্য গুহ গুপ্ত সেনগুপ্ত দাশগুপ্ত দাসগুপ্ত রহমান রহিম করিম হোসেন হাসান ইসলাম আলী আলম খান বেগম খাতুন আক্তার মিয়া মোল্লা শেখ সৈয়দ চৌধুরী কাজী গাজী মল্লিক মালিক প্রামাণিক কুণ্ডু নন্দী নাগ ভৌমিক লাহিড়ী বাগচী সান্যাল মৈত্র`,
	},
	tamil: {
		given: `ராமன் ரமணன் குமார் குமாரி முருகன் முருகேசன் கணேசன் சுரேஷ் ரமேஷ் மகேஷ் ராஜேஷ் ராஜா ராணி கண்ணன் கன்னன் கமல் கமலா விமல் விமலா செல்வன் செல்வி செல்வம் மணி மணியன் மாலா மாலதி மாலினி நளினி நந்தினி
			சீதா கீதா லதா ராதா சுதா உமா ரமா ஹேமா ரேகா வாணி வேணி வேணு வேலன் வேலு வேல் பாலன் பாலா பாலு அருண் வருண் தருண் கார்த்திக் கீர்த்தி மூர்த்தி சக்தி பக்தி முத்து முத்தையா சின்னையா பெரியசாமி சின்னசாமி அய்யாசாமி கோபால் கோவிந்தன் கோகுல்`,
		family: `ஐயர் ஐயங்கார் பிள்ளை முதலியார் செட்டியார் நாடார் தேவர் கவுண்டர் நாயக்கர் நாயுடு ரெட்டி ராவ் ராஜு ராஜன் ராமசாமி ராமச்சந்திரன் ராமநாதன் சுப்பிரமணியன் சுப்பையா சுப்பன் கிருஷ்ணன் கிருஷ்ணமூர்த்தி நாராயணன் நடராஜன் நாகராஜன் சண்முகம் ஆறுமுகம்
			பழனிச்சாமி பழனி குப்புசாமி குருசாமி முனுசாமி மாரிமுத்து காளிமுத்து வீரமுத்து தங்கமுத்து பொன்னுசாமி பொன்னையா கந்தசாமி கந்தன் வேலுச்சாமி வேலாயுதம் சிவம் சிவன் சிவா சிவலிங்கம் மகாலிங்கம் ராமலிங்கம் ஜெயராமன் ஜெயபால் ஜெயக்குமார் விஜயகுமார் செல்வகுமார்
			முத்துக்குமார் சந்திரன் சந்திரசேகர் ராஜசேகர் குணசேகரன் தனசேகரன் ஞானசேகரன் இளங்கோ இளவரசன்`,
	},
	telugu: {
		given: `రామ రమ రాము రాజు రాజ రాణి రవి కవి సీత గీత లత రాధ సుధ ఉమ హేమ రేఖ వాణి వేణు కమల విమల నిర్మల కుమార్ కుమారి సురేష్ రమేష్ మహేష్ రాజేష్ గణేష్ గోపాల్ గోవింద్ కృష్ణ కృష్ణయ్య వెంకట వెంకటేష్ శ్రీను శ్రీనివాస్ శ్రీదేవి
			లక్ష్మి లక్ష్మణ్ భాను బాను భారతి మాలతి మాలిని నళిని నందిని పద్మ పద్మజ సరళ సరిత సవిత కవిత అనిత సునీత వినీత అరుణ్ వరుణ్ తరుణ్ కిరణ్ కరణ్ చరణ్ పవన్ మోహన్ సోహన్`,
		family: `రెడ్డి రావు నాయుడు చౌదరి శర్మ వర్మ శాస్త్రి మూర్తి రాజు ప్రసాద్ గుప్తా యాదవ్ గౌడ్ గౌడ నాయక్ కొండ కొండా పల్లి పల్లె వేముల గుంటూరు గుడివాడ గుమ్మడి చింత చింతల చింతా బండ బండి బండారు బొమ్మ బొమ్మల దాసరి దాసు నాగ నాగు నాగేశ్వరరావు
			వెంకటేశ్వరరావు సుబ్బారావు సుబ్బయ్య రామారావు రామయ్య కోటయ్య కోటేశ్వరరావు పుల్లయ్య పుల్లారావు మల్లయ్య మల్లారెడ్డి చెన్నయ్య చెన్నారెడ్డి పెద్దయ్య చిన్నయ్య ఎల్లయ్య ఎర్రయ్య నల్లయ్య తెల్లం తాడి తాటి తోట తోటకూర కంచర్ల కంచి కాకాని కాకి కోన కోనేరు`,
	},
} as const;
