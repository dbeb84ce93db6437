/** Whoever comes back from under the cover may have been away for long: a screen knows it once. */

/** @returns {(view: import("./seen.d.ts").View) => boolean} whether the cover was there when this was asked last, and is not now */
export function uncovering() {
	let was = false;
	return ({ lock }) => {
		const came = was && lock?.phase !== "covered";
		was = lock?.phase === "covered";
		return came;
	};
}
