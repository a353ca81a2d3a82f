/** What the documentation leaves open, or what a test wants out of the way. */
export interface Behaviour {
	/** Rate limits; false turns them off. */
	limits: boolean;
	/** Whether reading a chat's newest page marks it as read. */
	readingMarksRead: boolean;
	/** Whether the unread counters count; false keeps them at 0. */
	unreadCounters: boolean;
}

export const defaultBehaviour: Readonly<Behaviour> = { limits: true, readingMarksRead: false, unreadCounters: true };

/** Overwrites in `target` what `given` names, and ignores what is no behaviour. */
export function setBehaviour(target: Behaviour, given: Partial<Behaviour>): void {
	for (const name of Object.keys(defaultBehaviour) as Array<keyof Behaviour>)
		target[name] = given[name] ?? target[name];
}
