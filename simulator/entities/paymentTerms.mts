/** How somebody wants to be paid; the fields that bank data may sit in are listed in `emptyTerm`. */
export interface PaymentTerm {
	id: string;
	realName: string;
	paymentType: number;
	bankName: string;
	branchName: string;
	accountNo: string;
	qrcode: string;
	payMessage: string;
	firstName: string;
	lastName: string;
	secondLastName: string;
	clabe: string;
	debitCardNumber: string;
	mobile: string;
	businessName: string;
	concept: string;
	online: string;
	paymentExt1: string;
	paymentExt2: string;
	paymentExt3: string;
	paymentExt4: string;
	paymentExt5: string;
	paymentExt6: string;
	paymentTemplateVersion: number;
	paymentConfigVo: { paymentType: string; paymentName: string; items: unknown[] };
}

const paymentNames: Readonly<Record<number, string>> = {
	14: 'Bank Transfer',
	64: 'Revolut',
	78: 'Wise',
	377: 'Balance',
};

/** A payment term with every field, empty but for what is given. The bare one is the placeholder: id `0`, type 0. */
export function paymentTerm(given: Partial<PaymentTerm> = {}): PaymentTerm {
	const paymentType = given.paymentType ?? 0;
	const emptyTerm: PaymentTerm = {
		id: '0',
		realName: '',
		paymentType,
		bankName: '',
		branchName: '',
		accountNo: '',
		qrcode: '',
		payMessage: '',
		firstName: '',
		lastName: '',
		secondLastName: '',
		clabe: '',
		debitCardNumber: '',
		mobile: '',
		businessName: '',
		concept: '',
		online: '1',
		paymentExt1: '',
		paymentExt2: '',
		paymentExt3: '',
		paymentExt4: '',
		paymentExt5: '',
		paymentExt6: '',
		paymentTemplateVersion: 0,
		paymentConfigVo: { paymentType: String(paymentType), paymentName: paymentNames[paymentType] ?? '', items: [] },
	};
	return { ...emptyTerm, ...given };
}

/** What a buyer would pay with: the first term that is neither a placeholder nor the Balance method. */
export function payableTerm(terms: readonly PaymentTerm[]): PaymentTerm | null {
	return terms.find(isPayable) ?? null;
}

export function isPayable(term: PaymentTerm): boolean {
	return term.id !== '0' && term.id !== '-1' && term.paymentType !== 0 && term.paymentType !== 377;
}
