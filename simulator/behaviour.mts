/** Switches with more than two positions; the first one is the default. */
const choices = {
	/**
	 * What hints at a new message. `honest`: counters and cursors move with each message. `reset`: the merchant reads in the app, so a
	 * message counts as unread for `appReadsAfterMs` only. `never`: counters stay 0, cursors still. `cursorsOnly`: counters stay 0,
	 * cursors move. `restless`: as honest, and each read of the list of chats moves the cursor of one chat without a message.
	 */
	unreadHints: ['honest', 'reset', 'never', 'cursorsOnly', 'restless'],
	/** How an order that is opened spells its amounts: as given, with all decimals of its symbol (`46.000`), or by turns. */
	amounts: ['asGiven', 'scaled', 'mixed'],
	/** The grain of an order's dates; the time of a reply keeps its microseconds. */
	orderDates: ['milliseconds', 'seconds'],
	messageDates: ['milliseconds', 'seconds'],
	/** What `item/cancel` does: the ad is gone for good, or pauses (status 20) until ACTIVE revives it. */
	adCancel: ['end', 'pause'],
	/** What becomes of a seller's request to cancel that the buyer does not answer in time. */
	cancelRequestTimeout: ['lapses', 'cancels'],
} as const;

const switches = {
	/** Rate limits. */
	limits: true,
	/** Whether reading a chat's newest page marks it as read. */
	readingMarksRead: false,
	/** Own online ads of one pair and side must differ by 1 % in price. */
	ownAdGap: false,
	/** Whether a file that the API's caller sends keeps its name in the chat. */
	sentFilesKeepName: true,
};

const numbers = {
	/** Under `unreadHints: 'reset'`: how long a message counts as unread. */
	appReadsAfterMs: 30_000,
};

/** What the documentation leaves open, or what a test wants out of the way. */
export type Behaviour = { [Name in keyof typeof choices]: (typeof choices)[Name][number] } & typeof switches &
	typeof numbers;

/** Every switch in its first position. */
export function defaultBehaviour(): Behaviour {
	const first = Object.fromEntries(Object.entries(choices).map(([name, allowed]) => [name, allowed[0]]));
	return { ...first, ...switches, ...numbers } as Behaviour;
}

/** Overwrites in `target` what `given` names. @throws TypeError for a name or a value that is no behaviour. */
export function setBehaviour(target: Behaviour, given: Partial<Behaviour>): void {
	const named = Object.entries(given).filter(([, value]) => value !== undefined);
	for (const [name, value] of named) checkBehaviour(name, value);
	Object.assign(target, Object.fromEntries(named));
}

function checkBehaviour(name: string, value: unknown): void {
	const allowed: readonly unknown[] | undefined = (choices as Record<string, readonly unknown[]>)[name];
	if (allowed !== undefined) {
		if (!allowed.includes(value)) throw new TypeError(`${name} must be one of ${allowed.join(', ')}`);
	} else if (name in switches) {
		if (typeof value !== 'boolean') throw new TypeError(`${name} must be true or false`);
	} else if (name in numbers) {
		if (typeof value !== 'number' || !(value >= 0)) throw new TypeError(`${name} must be a number, 0 or more`);
	} else throw new TypeError(`there is no behaviour ${name}`);
}
