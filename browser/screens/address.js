/** Where the address says to begin. What it said is taken out of it at once, before anything is asked of a server. */

/** @typedef {import("./seen.d.ts").Place} Place */

/**
 * @param {Pick<Location, "hash" | "pathname" | "search">} location
 * @param {Pick<History, "replaceState">} history
 * @returns {Place | null}
 */
export function placeInAddress(location, history) {
	const wish = location.hash.slice(1);
	const lang = languageInAddress(location);
	history.replaceState(null, "", lang === null ? location.pathname : `${location.pathname}?lang=${lang}`);
	if (wish.startsWith("join=")) return { screen: "come-in", link: wish.slice("join=".length) };
	if (wish.startsWith("invite=")) return { screen: "come-in", invite: wish.slice("invite=".length) };
	if (wish.startsWith("came=")) return { screen: "come-in", came: wish.slice("came=".length) };
	if (wish.startsWith("told=")) return { screen: "linked", told: wish.slice("told=".length) };
	return ["come-in", "come-back", "spare"].includes(wish) ? { screen: wish } : null;
}

/**
 * The language a link brought along.
 * @param {Pick<Location, "search">} location
 * @returns {string | null}
 */
export function languageInAddress(location) {
	const lang = new URLSearchParams(location.search).get("lang");
	return lang !== null && /^[a-z]{2}$/.test(lang) ? lang : null;
}
