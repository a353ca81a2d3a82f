/** Words around a name that are no part of it, and small words inside. Functions, so that nothing is built at loading. */

/** Only at either end of a name, and none of them is anybody's name: `Hon Ming Wong` is no honourable Ming Wong. */
export const titles = () => ({
	man: 'mr herr sr señor senor monsieur господин г-н',
	woman:
		'mrs ms miss frau sra srta señora senora señorita senorita mme mlle madame smt shrimati госпожа г-жа श्रीमती सुश्री',
	anyone: 'dr dra prof profa professor doctor shri श्री डॉ الدكتور الدكتورة الأستاذ الأستاذة السيدة',
	/** Names too, unless a full stop follows. */
	withStop: 'hon rev ing dipl sig dott mag',
	/** In Thai, written before the name without a blank. */
	gluedMan: 'นาย ด.ช. เด็กชาย',
	gluedWoman: 'นางสาว นาง น.ส. ด.ญ. เด็กหญิง',
	gluedAnyone: 'ดร.',
	afterMan: 'mr',
	afterWoman: 'mrs ms miss',
	afterAnyone: 'dr 様 先生 女士 小姐 님 씨',
	/** Written after the name without a blank. */
	gluedAfter: '様 先生 女士 小姐 님',
});

/** Left out between the parts of a European name. In an Asian name each of them is a name. */
export const particles = () => ({
	european: 'de da do dos das di du del della la le los las van von der den ten ter zu zum af av y e',
	arabic: 'bin ibn bint binti بن ابن بنت',
	article: 'al el',
});

/** Legal forms by class; a class is one form in several languages. */
export const companyForms = () => ({
	anywhere: `llc ооо тов тоо жшс; ltd limited; gmbh; srl; sarl; inc incorporated corp corporation; plc; ltda; eireli; kft;
		пп чп; оао зао пао jsc ао; llp; pvt; spzoo`,
	/** Surnames and initials too (Ivanov S. A.; Sá), so only at the end and after two full words. */
	atTheEnd: 'sa; ag; ab; oy; as; spa; co; bv; nv; kg; ат',
});

export const soleProprietors = () => 'фоп fop ип жк спд';

export const generations = () => 'jr junior filho мл; sr senior ст; neto; sobrinho; ii 2nd 2; iii 3rd 3; iv 4th 4';

/** Words between two holders, or between a holder and who acts for him. */
export const jointWords = () => 'and und et и та і ve और 和 と for from behalf obo от за для';

/** After the father's name: Rashid oglu. */
export const fatherWords = () =>
	'oglu ogly ogli ugli uli оглы оглу огли угли улы ұлы уулу uulu uly kyzy qyzy kizi qizi gizi gyzy qizy кызы қызы кизи гызы';
