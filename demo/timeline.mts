export type Timeline = (what: string) => void;

/** Prints what happens with the seconds since the start: `+12.3 s  n8n greeted the buyer`. */
export function startTimeline(print: (line: string) => void = console.log): Timeline {
	const startedAt = Date.now();
	return (what) => print(`${`+${((Date.now() - startedAt) / 1000).toFixed(1)} s`.padStart(9)}  ${what}`);
}
