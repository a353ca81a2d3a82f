/** Names of East Asia. Functions, so that nothing is built at loading. */

/** Which words at the end of a name are surnames there. */
export const eastSurnames = () => ({
	chinese: `li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han
		tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia
		zhong tian ren fan fang shi yao tan sheng zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan
		duan qian yin yi chang qiao lai gong wen pang lan tao zhai an ni niu ji ge bi nie jiao xiang xing yue qi mei mo
		zhuang xin guan zuo tu geng zhan miao ling fei tong ouyang sima zhuge shangguan situ huangfu`,
	cantonese: `chan wong cheung lau lam ng lee ho leung tsang yeung chow kwok fung yip so hui tsui mak chu yuen kwan lui
		poon chiu tam fok ip to tse kwong mok chung lo au yau siu kan szeto hung luk shum ong lim goh teo koh ang sim chua
		tay yeo loh low toh khoo quek chia heng seah neo ooi foo wee teh hsu tsai hsieh chou chiang kuo tseng hsiao chien
		shih`,
	korean: `kim park choi jung jeong kang cho jo yoon yun jang im rim oh seo suh shin sin kwon gwon hwang ahn ryu yoo hong
		jeon jun ko go moon mun son sohn bae baek paik heo hur nam shim noh roh ha joo ju woo koo min na ji um eom won cheon
		bang hyun ham byun yeom choo do seok seol gil wi pyo gim yi rhee pak bak choe namgung seonwoo hwangbo jegal dokgo`,
	vietnamese: `nguyen tran le pham hoang huynh phan vu vo dang bui do duong ly truong dinh doan mai trinh dao luong ta
		quach thai chau luu vuong phung bach kieu trieu nghiem thach chu hua khuat ngo lam cao ha tong ton dam lac vi la luc mac tang tu ung vien ninh pho quan giang giap khong doan diep dong`,
});

/** Words that are given names of one syllable there; with a surname that is one too, nobody can tell which is which. */
export const eastGivenNames = () =>
	`wei fang na min jing jie ying hua hui ling ping yan hong xia mei lan juan dan yun jun tao lei bin peng hao yu chen
	kai xin yi qing rong li lin yang long feng gang qiang ming liang xue rui ning ting yue jia tian yuan bo wen jian ze hai
	shan qian shi xiao jin ho soo hyun an anh mai ha thai chau vu duong son hung`;

/** Spellings of one Korean surname; they count only beside a given name that can be Korean alone. */
export const koreanSurnames = () =>
	`김 kim gim; 이 lee yi rhee; 박 park pak bak; 최 choi choe; 정 jung jeong chung; 강 kang gang; 조 cho jo; 윤 yoon yun;
	장 jang chang; 임 lim im rim; 한 han; 오 oh o; 서 seo suh; 신 shin sin; 권 kwon gwon; 황 hwang; 안 ahn an; 송 song;
	유 yoo yu; 류 ryu ryoo; 홍 hong; 전 jeon jun; 고 ko go koh; 문 moon mun; 양 yang; 손 son sohn; 배 bae pae;
	백 baek paik; 허 heo hur huh; 남 nam; 심 shim sim; 노 noh roh no; 하 ha; 주 joo ju; 우 woo u; 구 koo gu ku; 민 min;
	나 na; 진 jin; 지 ji; 엄 eom um; 원 won; 천 cheon; 방 bang; 현 hyun hyeon; 함 ham; 변 byun byeon; 염 yeom; 추 choo chu;
	도 do; 석 seok; 설 seol; 길 gil; 표 pyo; 곽 kwak gwak; 차 cha; 성 sung seong; 남궁 namgung; 선우 seonwoo sunwoo;
	황보 hwangbo; 제갈 jegal; 독고 dokgo`;

/** Syllables of Korean given names as people print them. */
export const koreanSyllables = () =>
	`min jun joon seo yeon ji jee hoon hun hyun hyeon u woo su soo jin young yeong ho eun jeong jung jae sung seong dong tae
	seung kyung gyeong hee hui mi sun seon hye yu yoo na ju joo won sang seok suk chul cheol ki gi do yun yoon ha ah in yong
	kyu gyu bum beom uk wook bin hyuk hyeok gun geon si ye chae da sol ra ran han myung myeong soon sook ok ja ae nam byung
	byeong chang jong deok duk kwang gwang hak il rim rin ri hwa hwan ik mo pil shin sik shik wan yeol yul an geun keun`;

/** Families whose long vowel is printed in several ways; Ono and Ohno are two. */
export const japaneseSurnames = () =>
	`sato satoh satou; ito itoh itou; kato katoh katou; saito saitoh saitou; goto gotoh gotou; kondo kondoh kondou;
	endo endoh endou; ando andoh andou; kudo kudoh kudou; otani ohtani ootani; onishi ohnishi oonishi; oishi ohishi ooishi;
	oshima ohshima ooshima; otsuka ohtsuka ootsuka; okubo ohkubo ookubo; ota ohta oota; ono; ohno oono`;

/** Given names that are families too, or may be taken for the family when the order changes. */
export const japaneseGivenNames = () =>
	`minami aoi makoto kaoru jun hinata mizuki natsuki haruki izumi asahi maki kaede nagisa shinobu hazuki kiyomi hikaru
	akira hiroshi takashi kenji yuki yuko haruka sakura naoki satoshi tsubasa megumi ayumi kenta shota daiki yuta ryota
	kazuya tatsuya yumi emi ai mai kana rina miho tomoko keiko yoko akiko naomi hiromi chihiro masami`;

/** Families of two letters: alone they are no whole name. */
export const japaneseKanjiSurnames = () =>
	`佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 清水 斎藤 山崎 阿部 池田 橋本 山下 石川
	中島 前田 藤田 後藤 小川 岡田 村上 長谷川 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村 竹内
	欧阳 上官 司马 诸葛`;

/** Old and new forms of one letter, in pairs. */
export const hanVariants = () =>
	`張张陳陈劉刘黃黄楊杨趙赵吳吴孫孙馬马鄭郑謝谢許许馮冯鄧邓蕭萧葉叶蘇苏呂吕盧卢蔣蒋賈贾韋韦鍾钟譚谭鄒邹陸陆顧顾龍龙萬万錢钱嚴严賴赖龔龚藍蓝
	偉伟強强華华國国軍军東东麗丽紅红蘭兰雲云鳳凤瓊琼艷艳靜静穎颖傑杰輝辉濤涛剛刚勝胜榮荣貴贵興兴慶庆寶宝曉晓夢梦詩诗愛爱鵬鹏飛飞衛卫聰聪潔洁
	瑩莹嬌娇蓮莲順顺鋒锋銘铭銀银齊齐斉齐齋斋斎斋髙高﨑崎邊辺邉辺澤泽沢泽濱滨浜滨廣广広广眞真`;

/** Syllables of Mandarin and letters that are read so in names. */
export const pinyin = () =>
	`li李理丽力立利莉礼黎厉励 wang王汪旺望 zhang张章彰 liu刘柳留 chen陈晨辰臣 yang杨阳洋扬羊 zhao赵照昭 huang黄煌
	zhou周舟洲 wu吴武伍巫五 xu徐许旭绪 sun孙 hu胡虎湖 zhu朱竹珠祝 gao高 lin林琳霖临麟 he何贺和鹤河荷 guo郭国果 ma马玛
	luo罗洛骆 liang梁良亮量 song宋松颂 zheng郑正政铮 xie谢解 han韩涵寒瀚汉翰 tang唐汤棠 feng冯凤峰锋风丰枫 yu于余宇雨玉瑜裕煜郁俞喻
	dong董东冬栋 xiao肖萧晓小潇笑孝 cheng程成诚城承 cao曹操 yuan袁元源媛远苑 deng邓 fu傅付福富 shen沈申深 zeng曾 peng彭鹏朋
	lu卢鲁陆路露璐吕绿 su苏素 jiang蒋江姜疆 cai蔡才彩 jia贾佳嘉家加 ding丁鼎 wei魏韦伟威维薇卫炜巍蔚 xue薛雪学 ye叶业烨
	yan严颜闫燕艳岩妍彦 pan潘盼 du杜 dai戴代岱 xia夏霞侠 zhong钟仲中忠 tian田天甜 ren任仁 fan范凡帆樊 fang方芳房放
	shi石史施时诗世士 yao姚瑶耀尧 tan谭坛 sheng盛胜生升圣 zou邹 xiong熊雄 jin金进晋锦瑾津 hao郝浩豪皓昊 kong孔 bai白柏 cui崔翠
	kang康 mao毛茂 qiu邱秋丘 qin秦琴勤沁 gu顾谷古 hou侯 shao邵少绍 meng孟梦萌 long龙隆 wan万婉 duan段 qian钱倩谦前
	yin尹银音 yi易伊怡毅一艺义逸依 chang常昌畅 qiao乔巧 lai赖 gong龚宫 wen文温雯闻 pang庞 lan兰蓝岚 tao陶涛桃 an安
	ni倪妮 niu牛 ji季纪吉济继 ge葛歌 xiang向翔祥湘香 xing邢星兴 yue岳月悦越 qi齐祁琪琦奇启 mei梅美媚 mo莫 xin辛欣新鑫心馨昕
	guan关冠 tu涂 zhan詹展 ling凌玲灵铃 fei费飞菲 tong童彤通 na娜 min敏民闵旻 jing静晶京敬菁景婧 jie杰洁捷婕 qiang强 lei磊蕾雷
	jun军君俊骏钧均 yong勇永咏 juan娟 hui辉慧惠会卉 gang刚钢 ping平萍 hong红宏洪虹鸿弘 hua华花桦 ming明鸣铭 bin斌彬滨宾
	bo波博伯 kai凯开恺 ning宁凝 ting婷庭廷 ying英颖莹影瑛 rong荣蓉融容 yun云芸韵运 rui瑞睿锐蕊 shu淑书树舒 zi子紫梓 zhi志智芝知
	jian建健剑 xuan轩萱宣璇 han晗 ya雅亚娅 zhe哲 ze泽 hai海 qing青清庆晴卿 mu木沐穆 xiu秀 zhen珍振真贞震 chun春纯 shan山珊善
	shuai帅 dan丹 ai爱 bao宝保 bing冰兵 chao超 da达大 de德 di迪 duo多 e娥 en恩 gui贵桂 guang光广 huan欢焕 jiao娇
	kun坤昆 le乐 lian莲连 man曼 nan楠南男 pei佩培 qun群 ran然 ru茹如 sen森 shun顺 si思 ti提 xi西希熙曦茜喜 yang漾 you友有
	yuan圆 yu钰 zhuo卓 zong宗 zu祖 qiong琼 cong聪 ping苹 tai泰 ou欧 zhu诸 si司 shang上 guan官 fu甫 tu徒`;
