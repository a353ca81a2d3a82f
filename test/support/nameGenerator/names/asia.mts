/** Common names of China, Korea, Japan, Vietnam and Thailand, in their letters and in Latin ones. */

export const chinese = {
	family: `王/Wang 李/Li 张/Zhang 刘/Liu 陈/Chen 杨/Yang 赵/Zhao 黄/Huang 周/Zhou 吴/Wu 徐/Xu 孙/Sun 胡/Hu 朱/Zhu 高/Gao 林/Lin
		何/He 郭/Guo 马/Ma 罗/Luo 梁/Liang 宋/Song 郑/Zheng 谢/Xie 韩/Han 唐/Tang 冯/Feng 于/Yu 董/Dong 萧/Xiao 程/Cheng 曹/Cao
		袁/Yuan 邓/Deng 许/Xu 傅/Fu 沈/Shen 曾/Zeng 彭/Peng 吕/Lü 苏/Su 卢/Lu 蒋/Jiang 蔡/Cai 贾/Jia 丁/Ding 魏/Wei 薛/Xue 叶/Ye
		阎/Yan 余/Yu 潘/Pan 杜/Du 戴/Dai 夏/Xia 钟/Zhong 汪/Wang 田/Tian 任/Ren 姜/Jiang 范/Fan 方/Fang 石/Shi 姚/Yao 谭/Tan 廖/Liao
		邹/Zou 熊/Xiong 金/Jin 陆/Lu 郝/Hao 孔/Kong 白/Bai 崔/Cui 康/Kang 毛/Mao 邱/Qiu 秦/Qin 江/Jiang 史/Shi 顾/Gu 侯/Hou 邵/Shao
		孟/Meng 龙/Long 万/Wan 段/Duan 雷/Lei 钱/Qian 汤/Tang 尹/Yin 易/Yi 常/Chang 欧阳/Ouyang`,
	given: `伟/Wei 芳/Fang 娜/Na 敏/Min 静/Jing 丽/Li 强/Qiang 磊/Lei 军/Jun 洋/Yang 勇/Yong 艳/Yan 杰/Jie 娟/Juan 涛/Tao 明/Ming
		超/Chao 霞/Xia 平/Ping 刚/Gang 玲/Ling 桂/Gui 华/Hua 文/Wen 建/Jian 国/Guo 志/Zhi 晓/Xiao 小/Xiao 大/Da 海/Hai 春/Chun
		秀/Xiu 红/Hong 玉/Yu 兰/Lan 英/Ying 慧/Hui 丹/Dan 萍/Ping 云/Yun 梅/Mei 雪/Xue 琳/Lin 倩/Qian 婷/Ting 欣/Xin 怡/Yi 佳/Jia
		子/Zi 涵/Han 轩/Xuan 宇/Yu 浩/Hao 然/Ran 博/Bo 俊/Jun 凯/Kai 鑫/Xin 龙/Long 飞/Fei 鹏/Peng 波/Bo 斌/Bin 辉/Hui 峰/Feng
		宁/Ning 瑞/Rui 思/Si 梦/Meng 雅/Ya 诗/Shi 安/An 康/Kang 乐/Le 德/De 东/Dong 天/Tian 祥/Xiang 荣/Rong 泽/Ze 立/Li 亚/Ya`,
} as const;

/** Hong Kong and the Chinese of South East Asia, in Latin letters only. */
export const cantonese = {
	family: `Chan Wong Cheung Lau Lam Ng Lee Ho Leung Cheng Tsang Yeung Chow Tang Kwok Fung Yip So Hui Tsui Mak Chu Yuen Pang
		Kwan Lui Poon Chiu Tam Wan Fok Ip To Tse Kwong Mok Chung Lo Au Yau Siu Kan Lai Hung Yu Luk Shum Tan Lim Ong Goh Teo
		Koh Ang Sim Chua Tay Yeo Loh Low Toh Khoo Quek Chia`,
	given: `Hon Ming Wai Kwong Kit Ho Chi Man Yin Ka Wing Siu Mei Lai Kam Fai Tak Hung Kin Chun Chuen Yat Wah Pui Sze Hoi Tsz
		Yan Ying Lok Hin Kei Shing Tung Yuen Kwan Ting Fung Lung Kong Hei Nga Yee Suet Oi Bik Chor Yuk Lan Sau Mui Hang Cheuk
		Long Nok Pak Tin Wa Ching Leung Keung Cheung Hao Jie Xin Wei Boon Kim Seng Teck Swee`,
} as const;

export const korean = {
	family: `김/Kim 이/Lee 박/Park 최/Choi 정/Jung 강/Kang 조/Cho 윤/Yoon 장/Jang 임/Lim 한/Han 오/Oh 서/Seo 신/Shin 권/Kwon
		황/Hwang 안/Ahn 송/Song 류/Ryu 홍/Hong 전/Jeon 고/Ko 문/Moon 양/Yang 손/Son 배/Bae 백/Baek 허/Heo 유/Yoo 남/Nam 심/Shim
		노/Noh 하/Ha 곽/Kwak 성/Sung 차/Cha 주/Joo 우/Woo 구/Koo 민/Min 나/Na 진/Jin 지/Ji 엄/Eom 채/Chae 원/Won 천/Cheon 방/Bang
		공/Gong 현/Hyun 함/Ham 변/Byun 염/Yeom 여/Yeo 추/Choo 도/Do 소/So 석/Seok 선/Sun 설/Seol 마/Ma 길/Gil 연/Yeon 위/Wi 표/Pyo`,
	given: `민/Min 준/Jun 서/Seo 연/Yeon 지/Ji 훈/Hoon 현/Hyun 우/Woo 수/Soo 진/Jin 영/Young 호/Ho 은/Eun 정/Jung 재/Jae 성/Sung
		동/Dong 태/Tae 승/Seung 경/Kyung 희/Hee 미/Mi 선/Sun 혜/Hye 유/Yu 나/Na 주/Joo 원/Won 상/Sang 석/Seok 철/Chul 기/Ki
		도/Do 윤/Yoon 하/Ha 아/Ah 인/In 용/Yong 규/Kyu 범/Bum 욱/Wook 빈/Bin 혁/Hyuk 건/Gun 시/Si 예/Ye 채/Chae 다/Da 솔/Sol
		라/Ra 한/Han 준/Joon 명/Myung 순/Soon 숙/Sook 옥/Ok 자/Ja 애/Ae 남/Nam 병/Byung 창/Chang 종/Jong 덕/Duk 광/Kwang 학/Hak`,
} as const;

export const japanese = {
	family: `サトウ/Sato スズキ/Suzuki タカハシ/Takahashi タナカ/Tanaka ワタナベ/Watanabe イトウ/Ito ヤマモト/Yamamoto ナカムラ/Nakamura
		コバヤシ/Kobayashi カトウ/Kato ヨシダ/Yoshida ヤマダ/Yamada ササキ/Sasaki ヤマグチ/Yamaguchi マツモト/Matsumoto イノウエ/Inoue
		キムラ/Kimura ハヤシ/Hayashi シミズ/Shimizu サイトウ/Saito ヤマザキ/Yamazaki アベ/Abe モリ/Mori イケダ/Ikeda ハシモト/Hashimoto
		ヤマシタ/Yamashita イシカワ/Ishikawa ナカジマ/Nakajima マエダ/Maeda フジタ/Fujita ゴトウ/Goto オガワ/Ogawa オカダ/Okada
		ムラカミ/Murakami ハセガワ/Hasegawa コンドウ/Kondo イシイ/Ishii サカモト/Sakamoto エンドウ/Endo アオキ/Aoki フジイ/Fujii
		ニシムラ/Nishimura フクダ/Fukuda オオタ/Ohta ミウラ/Miura フジワラ/Fujiwara オカモト/Okamoto マツダ/Matsuda ナカガワ/Nakagawa
		ナカノ/Nakano ハラダ/Harada オノ/Ono オオノ/Ohno タムラ/Tamura タケウチ/Takeuchi カネコ/Kaneko ナカヤマ/Nakayama ワダ/Wada
		イシダ/Ishida ウエダ/Ueda モリタ/Morita ハラ/Hara シバタ/Shibata サカイ/Sakai クドウ/Kudo ヨコヤマ/Yokoyama ミヤザキ/Miyazaki
		ミヤモト/Miyamoto ウチダ/Uchida タカギ/Takagi アンドウ/Ando タニグチ/Taniguchi カワサキ/Kawasaki カワザキ/Kawazaki ホンダ/Honda
		ホンマ/Honma カトリ/Katori ガトウ/Gato タカダ/Takada タガタ/Tagata`,
	given: `ヒロシ/Hiroshi タカシ/Takashi ケンジ/Kenji アキラ/Akira マコト/Makoto ダイキ/Daiki タイキ/Taiki ケンタ/Kenta ゲンタ/Genta
		ショウタ/Shota ソウタ/Sota ハルト/Haruto ユウト/Yuto リク/Riku レン/Ren タクミ/Takumi カズヤ/Kazuya タツヤ/Tatsuya ユウキ/Yuuki
		ユキ/Yuki ユウコ/Yuko ヨウコ/Yoko ケイコ/Keiko トモコ/Tomoko アキコ/Akiko ナオミ/Naomi ヒロミ/Hiromi サクラ/Sakura ハルカ/Haruka
		アオイ/Aoi ヒナ/Hina ユイ/Yui ミサキ/Misaki アヤカ/Ayaka アスカ/Asuka メグミ/Megumi マユミ/Mayumi エミ/Emi アイ/Ai マイ/Mai
		カナ/Kana リナ/Rina ミホ/Miho サトシ/Satoshi ツヨシ/Tsuyoshi ユタカ/Yutaka オサム/Osamu シゲル/Shigeru ススム/Susumu イサム/Isamu
		マサル/Masaru ミノル/Minoru ノボル/Noboru ジロウ/Jiro シロウ/Shiro タロウ/Taro サブロウ/Saburo ゴロウ/Goro イチロウ/Ichiro
		シンジ/Shinji シンイチ/Shinichi コウジ/Koji コウイチ/Koichi ゴウ/Go リョウ/Ryo リョウコ/Ryoko キョウコ/Kyoko ジュン/Jun ジュンコ/Junko
		シュン/Shun チエ/Chie チエコ/Chieko ミチコ/Michiko ミツコ/Mitsuko サチコ/Sachiko セツコ/Setsuko カズコ/Kazuko ガク/Gaku カク/Kaku`,
} as const;

export const japaneseKanji = {
	family: `佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 清水 斎藤 山崎 阿部 森 池田 橋本 山下
		石川 中島 前田 藤田 後藤 小川 岡田 村上 長谷川 近藤 石井 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野
		田村 竹内 金子 中山 和田 石田 上田 森田 原 柴田 酒井 工藤 横山 宮崎`,
	given: `太郎 次郎 三郎 一郎 健太 大輝 翔太 蓮 陽翔 樹 悠真 大翔 湊 颯太 陸 海斗 拓海 和也 達也 直樹 裕太 亮 誠 隆 浩 博 健二 明 勇 進 実
		花子 美咲 葵 陽菜 結衣 さくら 凛 美月 彩花 明日香 恵 真由美 恵美 愛 舞 香奈 里奈 美穂 洋子 恵子 智子 明子 直美 裕美 由美子 久美子 幸子
		和子 節子 京子 順子 千恵 文子 弘子 正子 太一 太一郎 健一 健太郎`,
} as const;

export const vietnamese = {
	family: `Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trương Đinh Đoàn Lâm Mai Trịnh Đào Lương Tạ
		Quách Thái Châu Lưu Vương Phùng Bạch Kiều Triệu Cao Hà Tô Tống Nghiêm Thạch Chu Hứa La Lục Mạc Tăng Từ Ứng Văn Viên Ông Ninh
		Phó Quan Giang Giáp Hạ Khổng Khuất Kim Lã Lại Doãn Diệp Đàm Đồng`,
	middle: `Văn Thị Hữu Đức Minh Ngọc Thanh Quang Xuân Thu Kim Hồng Bích Gia Bảo Anh Tuấn Hoài Mỹ Như Phương Khánh Công Đình
		Duy Trọng Thế Tiến Quốc Nhật`,
	given: `An Anh Ánh Bình Bích Chi Châu Cường Cúc Dũng Dung Duy Dương Đạt Đức Giang Hà Hạ Hải Hạnh Hằng Hân Hiếu Hiền Hiển Hoa
		Hòa Hoàng Hồng Hợp Hùng Hưng Huy Huyền Hương Hường Khánh Khang Khoa Khôi Kiên Lan Lâm Liên Linh Lộc Long Ly Mai Minh My
		Nam Nga Ngân Ngọc Nhân Nhung Nhi Oanh Phong Phúc Phương Phượng Quân Quang Quý Quỳnh Sơn Tâm Tân Thảo Thắng Thành Thanh
		Thúy Thủy Thùy Thư Thu Tiến Toàn Trang Trâm Trí Trinh Trung Tú Tùng Tuấn Uyên Vân Việt Vinh Vy Xuân Yến`,
} as const;

export const thai = {
	given: `สมชาย/Somchai สมหญิง/Somying สมศักดิ์/Somsak สมศรี/Somsri สมบัติ/Sombat สมพร/Somporn สมบูรณ์/Somboon ประเสริฐ/Prasert
		ประยุทธ์/Prayut ประภา/Prapa ประภาส/Prapas วิชัย/Wichai วิไล/Wilai วิไลวรรณ/Wilaiwan สุชาติ/Suchat สุดา/Suda สุนทร/Sunthorn
		สุรชัย/Surachai สุรพล/Surapon สุวรรณ/Suwan สุวรรณา/Suwanna อนันต์/Anan อนุชา/Anucha อนุพงษ์/Anupong อรุณ/Arun อรุณี/Arunee
		กมล/Kamon กมลา/Kamala กิตติ/Kitti กิตติศักดิ์/Kittisak ขวัญ/Khwan ขวัญใจ/Khwanchai จันทร์/Chan จันทรา/Chantra จินตนา/Chintana
		ชัย/Chai ชัยวัฒน์/Chaiwat ชาญ/Chan ชาติชาย/Chatchai ณัฐ/Nat ณัฐพล/Nattapon ณัฐพร/Nattaporn ดารา/Dara ดวงใจ/Duangchai ทองดี/Thongdi
		ธนา/Thana ธนากร/Thanakorn ธนพล/Thanapon นิภา/Nipa นิพนธ์/Niphon บุญมี/Boonmee บุญชัย/Boonchai ปราณี/Pranee ปิยะ/Piya พรชัย/Pornchai
		พรทิพย์/Porntip พิชัย/Pichai พิมพ์/Pim ภูมิ/Phum มานะ/Mana มานี/Manee มาลี/Malee ยุพา/Yupa รัตนา/Rattana ลัดดา/Ladda วันเพ็ญ/Wanpen
		วีระ/Weera ศักดิ์/Sak ศิริ/Siri ศิริพร/Siriporn สายใจ/Saichai สายชล/Saichon อำนวย/Amnuay อำนาจ/Amnat`,
	family: `ใจดี/Jaidee สุขใจ/Sukjai ใจงาม/Jaingam แสงทอง/Saengthong แสงจันทร์/Saengchan ทองคำ/Thongkham ทองสุข/Thongsuk ศรีสุข/Srisuk
		ศรีทอง/Srithong ศรีวงศ์/Sriwong วงศ์ใหญ่/Wongyai วงศ์สวัสดิ์/Wongsawat สวัสดิ์/Sawat พงษ์ไพบูลย์/Pongpaiboon พงษ์พันธ์/Pongpan
		จันทร์เพ็ญ/Chanpen จันทร์แก้ว/Chankaew แก้วมณี/Kaewmanee แก้วใส/Kaewsai บุญเรือง/Boonrueang บุญมา/Boonma บุญยืน/Boonyuen สุวรรณรัตน์/Suwannarat
		สุวรรณศรี/Suwansri รัตนกุล/Rattanakul รัตนชัย/Rattanachai มีสุข/Meesuk มีชัย/Meechai มั่นคง/Mankong มั่งมี/Mangmee ชัยวงศ์/Chaiwong
		ชัยศรี/Chaisri เจริญสุข/Charoensuk เจริญผล/Charoenpol กิจเจริญ/Kitcharoen ทรัพย์สิน/Sapsin ทรัพย์มาก/Sapmak ดวงดี/Duangdee ดวงแก้ว/Duangkaew
		นาคสุข/Naksuk นาคทอง/Nakthong น้อยใจ/Noijai บัวทอง/Buathong บัวแก้ว/Buakaew ปานทอง/Panthong ปัญญา/Panya ปัญญาดี/Panyadee พรหมมา/Promma
		พันธุ์ดี/Pandee พูลสุข/Poonsuk เพชรรัตน์/Petcharat เพ็งสุข/Pengsuk ภักดี/Pakdee มณีรัตน์/Maneerat เรืองศรี/Rueangsri วัฒนา/Wattana วัฒนกุล/Wattanakul
		วิเศษ/Wiset ศิริวัฒน์/Siriwat สมบูรณ์/Somboon สายทอง/Saithong สิงห์ทอง/Singthong สุขเกษม/Sukkasem สุขสวัสดิ์/Suksawat หอมหวน/Homhuan อินทร์แก้ว/Inkaew`,
} as const;
