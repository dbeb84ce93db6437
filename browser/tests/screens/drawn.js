/** Screens without a browser: what stands on one, as text, and the deeds behind its controls. */

const nothingAtAll = () => {};
Object.assign(globalThis, {
	HTMLElement: class extends EventTarget {
		isConnected = true;
		querySelector = () => null;
		querySelectorAll = () => [];
		closest = () => null;
		scrollIntoView = nothingAtAll;
	},
	customElements: { define: nothingAtAll, get: nothingAtAll },
	document: {
		createComment: () => ({}),
		createTreeWalker: () => ({}),
		createElement: () => ({}),
		getElementsByClassName: () => [],
		addEventListener: nothingAtAll,
	},
	location: { origin: "https://house.example", pathname: "/" },
});

/** A screen with its room, drawn by hand. @param {any} Kind @param {object} given */
export const screenOf = (Kind, given) => Object.assign(new Kind(), given);

/** Everything that stands on it, tags and all. @param {any} drawn what `render` gave */
export function drawn(drawn) {
	if (Array.isArray(drawn)) return drawn.map(drawnOne).join("");
	return drawnOne(drawn);
}

/** @param {any} one @returns {string} */
function drawnOne(one) {
	if (one === null || one === undefined || ["function", "symbol"].includes(typeof one)) return "";
	if (Array.isArray(one)) return one.map(drawnOne).join("");
	if (typeof one !== "object") return String(one);
	if (one.strings === undefined) return "";
	return one.strings.map((text, at) => text + drawnOne(one.values[at])).join("");
}
