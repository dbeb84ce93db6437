/** Readings as the engine gives them, made by hand. */

const NAMES = [
	"question",
	"open",
	"reflection",
	"warmth",
	"understanding",
	"exploring",
	"advice",
	"information",
	"own_story",
];

/** Sentences of a text, each with what it surely is; all else it surely is not, but for what is named unsure. */
export function reading(parts, { english = true, whole = {} } = {}) {
	let at = 0;
	const text = parts.map(([words]) => words).join(" ");
	const sentences = parts.map(([words, yes = "", unsure = ""]) => {
		const from = at;
		at += words.length + 1;
		const labels = Object.fromEntries(
			NAMES.map((name) => [
				name,
				{ p: 0.5, is: yes.includes(name) ? true : unsure.includes(name) ? null : false },
			]),
		);
		return { from, to: from + words.length, labels };
	});
	const no = { p: 0.1, is: false };
	return {
		text,
		read: { english, sentences, whole: { warmth: no, understanding: no, exploring: no, ...whole } },
	};
}
