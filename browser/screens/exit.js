/** Leaving by the keyboard: Shift three times within five seconds. */

const within = 5000;

/**
 * Counts Shift alone; any other key between starts the count anew.
 * @param {() => void} leave
 * @returns {(event: Pick<KeyboardEvent, "key" | "repeat" | "timeStamp">) => void}
 */
export function thriceShift(leave) {
	/** @type {number[]} */
	let presses = [];
	return (event) => {
		if (event.repeat) return;
		if (event.key !== "Shift") {
			presses = [];
			return;
		}
		presses = [...presses.filter((at) => event.timeStamp - at <= within), event.timeStamp];
		if (presses.length >= 3) leave();
	};
}
