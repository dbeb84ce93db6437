/** Where the address says to begin. What it said is taken out of it at once, before anything is asked of a server. */

/** @typedef {import("./seen.d.ts").Place} Place */

/**
 * @param {Pick<Location, "hash" | "pathname">} location
 * @param {Pick<History, "replaceState">} history
 * @returns {Place | null}
 */
export function placeInAddress(location, history) {
	const wish = location.hash.slice(1);
	history.replaceState(null, "", location.pathname);
	if (wish.startsWith("join=")) return { screen: "come-in", link: wish.slice("join=".length) };
	return ["come-in", "come-back", "spare"].includes(wish) ? { screen: wish } : null;
}
