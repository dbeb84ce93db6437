/** Leaving for good, so that neither Back nor Forward leads into the room again. */

/** How long to wait for the browser to walk back; then it goes without. */
const patience = 400;
/** Who walks back to here is led away once more. */
const away = "/leave";

/**
 * @typedef {object} Page
 * @property {Pick<History, "go" | "replaceState">} history
 * @property {{assign: (url: string) => void}} location
 * @property {(type: string, heard: () => void, how: object) => void} addEventListener
 * @property {(deed: () => void, wait: number) => unknown} setTimeout
 */

/**
 * Walks back to where the room began, leaves no address of it there, and goes: what lay ahead is dropped by the browser.
 * @param {string} url
 * @param {{steps: number, page: Page}} given how far the room's own way has led
 */
export function leaveBehind(url, { steps, page }) {
	let gone = false;
	const go = () => {
		if (gone) return;
		gone = true;
		page.history.replaceState(null, "", away);
		page.location.assign(url);
	};
	if (steps === 0) return go();
	page.addEventListener("popstate", go, { once: true });
	page.setTimeout(go, patience);
	page.history.go(-steps);
}
