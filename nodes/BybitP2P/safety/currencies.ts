/**
 * How banks write currencies beside an amount, other than by the ISO code: signs and words in lower case, without a full stop at the end.
 * A mark that several currencies use stands at each of them, so that it says which ones may be meant. Left out on purpose: `k` and `¢`,
 * which are thousands and cents as well.
 */
const MARKS: Readonly<Record<string, string>> = {
	AED: 'د.إ dh dhs dirham dirhams درهم',
	ALL: 'lek lekë',
	AMD: '֏ դր dram др',
	AOA: 'kz kwanza kwanzas',
	ARS: '$ ar$ peso pesos',
	AUD: '$ a$ au$ dollar dollars',
	AZN: '₼ manat ман манат',
	BAM: 'km',
	BDT: '৳ tk taka',
	BGN: 'лв лева лев lv lev leva',
	BHD: 'د.ب bd',
	BND: '$ b$ dollar dollars',
	BOB: 'bs boliviano bolivianos',
	BRL: 'r$ real reais',
	BWP: 'p pula',
	BYN: 'br р руб рубль рубля рублей',
	CAD: '$ c$ ca$ can$ dollar dollars',
	CHF: 'fr sfr franken franc francs',
	CLP: '$ peso pesos',
	CNY: '¥ cn¥ 元 人民币 yuan rmb',
	COP: '$ col$ peso pesos',
	CRC: '₡ colón colon colones',
	CZK: 'kč kc koruna koruny korun',
	DKK: 'kr krone kroner',
	DOP: '$ rd$ peso pesos',
	DZD: 'د.ج da',
	EGP: '£ e£ £e l.e le ج.م جنيه',
	ETB: 'br birr',
	EUR: '€ euro euros евро ευρώ',
	GBP: '£ pound pounds',
	GEL: '₾ ლარი ლ lari',
	GHS: '₵ gh₵ gh¢ cedi cedis',
	GTQ: 'q quetzal quetzales',
	HKD: '$ hk$ dollar dollars',
	HNL: 'l lempira lempiras',
	HUF: 'ft forint',
	IDR: 'rp rupiah',
	ILS: '₪ שח nis shekel shekels',
	INR: '₹ rs re रु rupee rupees',
	IQD: 'ع.د',
	IRR: 'ریال ريال',
	ISK: 'kr króna krónur',
	JMD: '$ j$ dollar dollars',
	JOD: 'د.ا د.أ jd',
	JPY: '¥ jp¥ 円 yen',
	KES: 'ksh kshs sh shilling shillings',
	KGS: '\u20c0 сом сома сомов som с',
	KHR: '៛ riel',
	KRW: '₩ 원 won',
	KWD: 'د.ك kd',
	KZT: '₸ тг тнг тенге tenge',
	LAK: '₭ kip',
	LBP: '£ ل.ل',
	LKR: 'rs රු rupee rupees',
	MAD: 'د.م dh dhs dirham dirhams درهم',
	MDL: 'lei leu лей лея леев',
	MKD: 'ден денар денари den',
	MMK: 'ks kyat kyats',
	MNT: '₮ төгрөг',
	MUR: 'rs rupee rupees',
	MXN: '$ mx$ mex$ peso pesos',
	MYR: 'rm ringgit',
	MZN: 'mt meticais',
	NGN: '₦ naira',
	NIO: 'c$ córdoba córdobas',
	NOK: 'kr krone kroner',
	NPR: 'rs रु रू rupee rupees',
	NZD: '$ nz$ dollar dollars',
	OMR: 'ر.ع ریال ريال',
	PAB: 'b/ balboa balboas',
	PEN: 's/ sol soles',
	PHP: '₱ php p peso pesos piso',
	PKR: 'rs روپے rupee rupees',
	PLN: 'zł zl złoty złote złotych',
	PYG: '₲ gs guaraní guaraníes',
	QAR: 'ر.ق qr ریال ريال riyal riyals',
	RON: 'lei leu',
	RSD: 'din дин динар динара dinar dinara',
	RUB: '₽ р руб рубль рубля рублей',
	SAR: 'ر.س sr ریال ريال riyal riyals',
	SEK: 'kr krona kronor',
	SGD: '$ s$ sg$ dollar dollars',
	THB: '฿ บาท baht',
	TJS: 'сомони смн somoni',
	TMT: 'manat манат',
	TND: 'د.ت dt',
	TRY: '₺ tl lira lirası',
	TTD: '$ tt$ dollar dollars',
	TWD: '$ nt$ 元 dollar dollars',
	TZS: 'tsh tshs sh shilling shillings',
	UAH: '₴ грн гривна гривна гривні гривень гривен',
	UGX: 'ush sh shilling shillings',
	USD: '$ us$ u$s dollar dollars доллар доллара долларов dólar dólares',
	UYU: '$ $u peso pesos',
	UZS: "сум сўм so'm soʻm som sum",
	VES: 'bs bs.s bs.d bolívar bolívares',
	VND: '₫ đ đồng dong vnđ',
	XAF: 'fcfa cfa',
	XOF: 'fcfa cfa',
	YER: 'ریال ريال',
	ZAR: 'r rand',
	ZMW: 'zk kwacha',
};

const codesByMark = new Map<string, string[]>();
for (const [code, marks] of Object.entries(MARKS)) {
	for (const mark of marks.split(' ').map(plainMark)) codesByMark.set(mark, [...(codesByMark.get(mark) ?? []), code]);
}

const ISO_CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/**
 * The currencies that a sign, a word or a code may mean, as ISO codes.
 *
 * @returns undefined for what is no currency: a coin such as USDT, a unit such as "mln", any other word.
 */
export function currenciesOf(text: string): readonly string[] | undefined {
	const code = text.trim().toUpperCase();
	return ISO_CODES.has(code) ? [code] : codesByMark.get(plainMark(text));
}

/** In one spelling: signs of compatibility as what they stand for, no capitals, no full stop at the end. */
function plainMark(text: string): string {
	return text.normalize('NFKC').trim().toLowerCase().replace(/\.$/, '');
}
