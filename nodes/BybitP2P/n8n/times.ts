import { InputError } from '../api/errors';

/** Dates and times as people, banks and other nodes write them. */

/** From its first to its last millisecond, both included, since the epoch. A moment is a period of one. */
export interface Period {
	readonly fromMs: number;
	readonly untilMs: number;
}

/** For the descriptions of date fields. */
export const TIMES_HINT =
	'A time without a zone is read in the time zone of the workflow; a date without a time is the whole day.';

const DAY_MS = 86_400_000;
// Banks and spreadsheets write a blank for the T.
const TIME =
	/^(\d{4})-(\d{2})-(\d{2})(?:(?:T| +)(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: *(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?$/i;

/** What a text says on its face, as if it were UTC. */
interface Written {
	readonly wallMs: number;
	readonly isDay: boolean;
	/** Minutes east of Greenwich; undefined where no zone is written. */
	readonly offsetMinutes?: number;
}

/** The moment a time begins, milliseconds since the epoch. See {@link periodFrom}. */
export function timeFrom(value: unknown, label: string, timezone?: string): number {
	return periodFrom(value, label, timezone).fromMs;
}

/**
 * The period that a date or time of ISO 8601 names: a day for a date, else a moment; both moments when the clocks are put back
 * between them.
 *
 * @param timezone - IANA name, for what is written without a zone; UTC when left out.
 * @throws InputError when it is no time, or one that the clocks pass over in that zone.
 */
export function periodFrom(value: unknown, label: string, timezone = 'UTC'): Period {
	const text = textOfTime(value);
	const written = writtenTime(text);
	if (written === undefined) {
		throw new InputError(
			`${label} is not a time ("${text.length > 60 ? `${text.slice(0, 60)}...` : text}"), so nothing was sent`,
			'Use ISO 8601, for example 2026-10-31T08:00:00Z.',
		);
	}
	const { wallMs, isDay, offsetMinutes } = written;
	if (offsetMinutes !== undefined) {
		const atMs = wallMs - offsetMinutes * 60_000;
		return { fromMs: atMs, untilMs: atMs };
	}
	assertKnownZone(timezone, label);
	if (isDay) {
		return { fromMs: startOfDay(wallMs, timezone), untilMs: startOfDay(wallMs + DAY_MS, timezone) - 1 };
	}
	const moments = momentsOf(wallMs, timezone);
	if (moments.length === 0) {
		throw new InputError(
			`${label} ("${text}") does not exist in the time zone ${timezone}: the clocks are put forward over it, so nothing was sent`,
			'Add the zone to the time, for example 2026-10-31T08:00:00+01:00.',
		);
	}
	return { fromMs: moments[0], untilMs: moments[moments.length - 1] };
}

/** Text as it is; a date object of an expression as ISO 8601. */
function textOfTime(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	if (typeof value !== 'object' || value === null) return String(value ?? '');
	// Not by `instanceof`: an expression may have made it elsewhere.
	if (Object.prototype.toString.call(value) === '[object Date]') {
		const date = value as Date;
		return Number.isNaN(date.getTime()) ? '' : date.toISOString();
	}
	// A DateTime of Luxon, such as $now.
	return 'toISO' in value && typeof value.toISO === 'function' ? String(value.toISO()) : '';
}

function writtenTime(text: string): Written | undefined {
	const parts = TIME.exec(text);
	if (parts === null) return undefined;
	const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
	const ms = Math.floor(Number(`0.${parts[7] ?? 0}`) * 1000);
	const wallMs = Date.UTC(year, month - 1, day, hour, minute, second, ms);
	const date = new Date(wallMs);
	// Date.UTC takes 30 February for 2 March.
	const exists =
		date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
	if (!exists) return undefined;
	const offsetMinutes = parts[8] === undefined ? undefined : minutesEast(parts[8]);
	return { wallMs, isDay: parts[4] === undefined, ...(offsetMinutes === undefined ? {} : { offsetMinutes }) };
}

function minutesEast(zone: string): number {
	const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
	if (parts === null) return 0;
	const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
	return parts[1] === '-' ? -minutes : minutes;
}

/** The moments at which the clocks of a zone show this: none or two on the days they are changed, else one. In ascending order. */
function momentsOf(wallMs: number, timezone: string): readonly number[] {
	// The offsets before and after any change of that day.
	const offsets = new Set([wallMs - DAY_MS, wallMs + DAY_MS].map((atMs) => offsetMs(atMs, timezone)));
	return [...offsets]
		.map((offset) => wallMs - offset)
		.filter((atMs) => atMs + offsetMs(atMs, timezone) === wallMs)
		.sort((a, b) => a - b);
}

/** In some zones the clocks are put forward at midnight: the day begins at the moment of the change then. */
function startOfDay(wallMs: number, timezone: string): number {
	return momentsOf(wallMs, timezone)[0] ?? wallMs - offsetMs(wallMs - DAY_MS, timezone);
}

/** How far the clocks of a zone are ahead of UTC at a moment. */
function offsetMs(atMs: number, timezone: string): number {
	const wholeMs = Math.floor(atMs / 1000) * 1000;
	const shown = Object.fromEntries(
		clockOf(timezone)
			.formatToParts(wholeMs)
			.map(({ type, value }) => [type, Number(value)]),
	);
	const { year, month, day, hour, minute, second } = shown;
	return Date.UTC(year, month - 1, day, hour, minute, second) - wholeMs;
}

function clockOf(timezone: string): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat('en-US', {
		timeZone: timezone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	});
}

function assertKnownZone(timezone: string, label: string): void {
	try {
		clockOf(timezone);
	} catch {
		throw unknownZone(timezone, label);
	}
}

function unknownZone(timezone: string, label: string): InputError {
	return new InputError(
		`${label} has no zone, and the time zone of the workflow is not known ("${timezone}"), so nothing was sent`,
		'Choose the Timezone in the settings of the workflow, or add the zone to the time.',
	);
}
