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
	if (one._$litDirective$ !== undefined && Array.isArray(one.values[0])) return keyed(one.values);
	if (one.strings === undefined) return "";
	return one.strings.map((text, at) => text + drawnOne(one.values[at])).join("");
}

/** A list whose rows have keys, by the row's own template. @param {any[]} values */
const keyed = (values) => values[0].map(values.at(-1)).map(drawnOne).join("");

/** What is done on each `@click` or `@submit` of what was drawn, in the order of the page. @param {any} one @param {string} event @returns {((given?: any) => any)[]} */
export function deedsOf(one, event) {
	if (Array.isArray(one)) return one.flatMap((each) => deedsOf(each, event));
	if (one?._$litDirective$ !== undefined && Array.isArray(one.values[0]))
		return deedsOf(one.values[0].map(one.values.at(-1)), event);
	if (one?.strings === undefined) return [];
	return one.values.flatMap((/** @type {any} */ value, /** @type {number} */ at) =>
		one.strings[at].endsWith(`${event}=`) ? [value] : deedsOf(value, event),
	);
}

/** What stands in a form when it is sent. @param {Record<string, string | string[]>} given */
export function fill(given) {
	const fields = new Map(Object.entries(given));
	Object.assign(globalThis, {
		FormData: class {
			get = (/** @type {string} */ name) => fields.get(name) ?? "";
			getAll = (/** @type {string} */ name) => [fields.get(name) ?? []].flat();
		},
	});
	return { preventDefault: nothingAtAll, target: null };
}
