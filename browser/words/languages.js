/** The languages the room speaks: how each calls itself, which way it runs, where its words are. */

/**
 * @typedef {Readonly<Record<string, string>>} Catalogue
 * @typedef {{name: string, dir: "ltr" | "rtl", door: () => Promise<Catalogue>, load: () => Promise<Catalogue>}} Language
 */

/** Nobody fetches a language they do not read, nor, before the door is open, what is said behind it. @type {ReadonlyMap<string, Language>} */
export const languages = new Map([
	[
		"en",
		{
			name: "English",
			dir: "ltr",
			door: async () => (await import("./en-door.js")).en,
			load: async () => (await import("./en.js")).en,
		},
	],
	[
		"es",
		{
			name: "Español",
			dir: "ltr",
			door: async () => (await import("./es-door.js")).es,
			load: async () => (await import("./es.js")).es,
		},
	],
]);

/**
 * The first language of a list of wishes that we speak.
 * @param {readonly string[]} wishes like "es-MX", the dearest first
 * @param {readonly string[]} on the languages that are switched on
 * @returns {string} the first of those on, when no wish is met
 */
export function firstSpoken(wishes, on = [...languages.keys()]) {
	const short = wishes.map((wish) => wish.toLowerCase().split("-")[0] ?? "");
	return short.find((lang) => on.includes(lang) && languages.has(lang)) ?? on[0] ?? "en";
}
