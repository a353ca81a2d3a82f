/**
 * When n8n polled last, by the Poll Times of the node.
 *
 * Where n8n does not poll at publishing, the first poll comes at a Poll Time and without any state: what was opened since the Poll Time
 * before is new to the workflow. Rather too early than too late: what is emitted too much can be dropped, what is not emitted is lost.
 */

/** One Poll Time; `mode` and the fields of that mode, as the editor saves them. */
type PollTime = Readonly<Record<string, unknown>>;

interface Cron {
	readonly minutes: ReadonlySet<number>;
	readonly hours: ReadonlySet<number>;
	readonly daysOfMonth: ReadonlySet<number> | undefined;
	readonly months: ReadonlySet<number>;
	readonly daysOfWeek: ReadonlySet<number> | undefined;
	/** How long after the time found n8n may have polled: it chooses the second by itself, and sometimes the minute. */
	readonly grainMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A poll may begin so long after its Poll Time. */
const LATE_MS = 2 * MINUTE_MS;
/** Where the Poll Times cannot be read. */
const FALLBACK_MS = 24 * HOUR_MS;
const LOOK_BACK_DAYS = 400;

/**
 * @param pollTimes - the node's parameter; any shape.
 * @param nowMs - this machine's clock.
 * @param timezone - of the workflow, in which n8n reads Poll Times.
 * @returns the Poll Time before the one that a poll now belongs to, this machine's clock in ms.
 */
export function pollTimeBefore(pollTimes: unknown, nowMs: number, timezone: string): number {
	const crons = itemsIn(pollTimes).map(cronOf);
	const befores = crons.map((cron) => (cron === undefined ? undefined : timeBefore(cron, nowMs, timezone)));
	const known = befores.filter((ms) => ms !== undefined);
	return known.length === 0 ? nowMs - FALLBACK_MS : Math.max(...known);
}

function itemsIn(pollTimes: unknown): readonly PollTime[] {
	const items = (pollTimes as { item?: unknown } | undefined)?.item;
	return Array.isArray(items) && items.length > 0 ? items : [{ mode: 'everyMinute' }];
}

function timeBefore(cron: Cron, nowMs: number, timezone: string): number | undefined {
	const newest = lastMatch(cron, nowMs, timezone);
	if (newest === undefined || nowMs - newest >= cron.grainMs + LATE_MS) return newest;
	return lastMatch(cron, newest - 1, timezone);
}

/** The newest minute at or before the given time that the expression names. */
function lastMatch(cron: Cron, fromMs: number, timezone: string): number | undefined {
	const zoned = zoneClock(timezone);
	const end = fromMs - LOOK_BACK_DAYS * 24 * HOUR_MS;
	for (let ms = Math.floor(fromMs / MINUTE_MS) * MINUTE_MS; ms > end; ) {
		const { month, day, weekday, hour, minute } = zoned(ms);
		if (!cron.months.has(month) || !isDay(cron, day, weekday)) ms -= (hour * 60 + minute + 1) * MINUTE_MS;
		else if (!cron.hours.has(hour)) ms -= (minute + 1) * MINUTE_MS;
		else if (!cron.minutes.has(minute)) ms -= MINUTE_MS;
		else return ms;
	}
	return undefined;
}

/** As in cron: where both the day of the month and of the week are named, either is enough. */
function isDay({ daysOfMonth, daysOfWeek }: Cron, day: number, weekday: number): boolean {
	if (daysOfMonth === undefined || daysOfWeek === undefined) {
		return daysOfMonth?.has(day) !== false && daysOfWeek?.has(weekday) !== false;
	}
	return daysOfMonth.has(day) || daysOfWeek.has(weekday);
}

function zoneClock(timezone: string) {
	const format = formatIn(timezone);
	return (ms: number) => {
		const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
		const [month, day, hour, minute] = [parts.month, parts.day, parts.hour, parts.minute].map(Number);
		return { month, day, hour: hour % 24, minute, weekday: WEEKDAYS.indexOf(parts.weekday.toLowerCase()) };
	};
}

function formatIn(timezone: string): Intl.DateTimeFormat {
	const fields = { month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', weekday: 'short' } as const;
	try {
		return new Intl.DateTimeFormat('en-US', { ...fields, hourCycle: 'h23', timeZone: timezone });
	} catch {
		return new Intl.DateTimeFormat('en-US', { ...fields, hourCycle: 'h23', timeZone: 'UTC' });
	}
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The expression that n8n makes of a Poll Time, without the seconds. */
function cronOf({ mode, unit, value, minute, hour, weekday, dayOfMonth, cronExpression }: PollTime): Cron | undefined {
	switch (mode) {
		case 'everyMinute':
			return parsed('* * * * *', MINUTE_MS);
		case 'everyHour':
			return parsed(`${minute} * * * *`, MINUTE_MS);
		case 'everyX':
			// n8n chooses the minute: any one of the hour.
			return unit === 'hours' ? parsed(`0 */${value} * * *`, HOUR_MS) : parsed(`*/${value} * * * *`, MINUTE_MS);
		case 'everyDay':
			return parsed(`${minute} ${hour} * * *`, MINUTE_MS);
		case 'everyWeek':
			return parsed(`${minute} ${hour} * * ${weekday}`, MINUTE_MS);
		case 'everyMonth':
			return parsed(`${minute} ${hour} ${dayOfMonth} * *`, MINUTE_MS);
		default:
			return parsed(String(cronExpression ?? ''), MINUTE_MS);
	}
}

function parsed(expression: string, grainMs: number): Cron | undefined {
	const fields = expression.trim().split(/\s+/);
	const [minute, hour, dayOfMonth, month, dayOfWeek] = fields.length === 6 ? fields.slice(1) : fields;
	const minutes = fieldValues(minute, 0, 59);
	const hours = fieldValues(hour, 0, 23);
	const months = fieldValues(month, 1, 12, MONTHS, 1);
	const daysOfMonth = fieldValues(dayOfMonth, 1, 31);
	const daysOfWeek = fieldValues(dayOfWeek, 0, 7, WEEKDAYS, 0);
	if (fields.length < 5 || fields.length > 6 || !minutes || !hours || !months || !daysOfMonth || !daysOfWeek)
		return undefined;
	return {
		minutes,
		hours,
		months,
		daysOfMonth: isAny(dayOfMonth) ? undefined : daysOfMonth,
		daysOfWeek: isAny(dayOfWeek) ? undefined : new Set([...daysOfWeek].map((day) => day % 7)),
		grainMs,
	};
}

function isAny(field: string): boolean {
	return field === '*' || field === '?';
}

/** The values of one field: lists, ranges, steps and names. @returns undefined when it cannot be read. */
function fieldValues(
	field: string | undefined,
	from: number,
	to: number,
	names: readonly string[] = [],
	firstName = 0,
): ReadonlySet<number> | undefined {
	const values = new Set<number>();
	for (const part of (field ?? '').toLowerCase().split(',')) {
		const [, range, step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
		if (range === undefined) return undefined;
		const [low, high] = isAny(range) ? [from, to] : range.split('-').map((one) => numberOf(one, names, firstName));
		const end = high ?? (step === undefined ? low : to);
		const by = Number(step ?? 1);
		if (!(low >= from && end <= to && low <= end && by >= 1)) return undefined;
		for (let value = low; value <= end; value += by) values.add(value);
	}
	return values;
}

function numberOf(text: string, names: readonly string[], firstName: number): number {
	const name = names.indexOf(text.slice(0, 3));
	return name === -1 ? (/^\d+$/.test(text) ? Number(text) : Number.NaN) : name + firstName;
}
