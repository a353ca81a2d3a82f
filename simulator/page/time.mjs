/** @param {number} ms of the exchange's clock @returns {string} the time of day where this browser is */
export const timeOfDay = (ms) => new Date(ms).toLocaleTimeString('en-GB');

/** @param {number} ms @returns {string} `4:05`, or `1:04:05` from an hour on; never below zero */
export function countdown(ms) {
	const seconds = Math.max(0, Math.ceil(ms / 1000));
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
	return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** @param {number} ms @returns {string} for people who hear it instead of seeing it */
export function spokenTime(ms) {
	const minutes = Math.ceil(Math.max(0, ms) / 60_000);
	return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
}

/** @param {number} ms @returns {string} `5 min`, `1 h` */
export const duration = (ms) => (ms % 3_600_000 === 0 ? `${ms / 3_600_000} h` : `${ms / 60_000} min`);
