import { NOT_SURE } from "../crypto/check-in.js";
import { dateHere, timeHere } from "./clock.js";

/**
 * A copy of a conversation that anyone can read: plain text, and a page that loads and runs nothing. Every line as it
 * stands now; what was taken back is said, without its words.
 * @typedef {object} Texts what the screen says, in its language
 * @property {string} readMe @property {string} me @property {string} them @property {(name: string) => string} with
 * @property {string} late @property {string} draft @property {string} left @property {string} continues
 * @property {string} forgotten @property {string} unopened @property {string} newer @property {string} taken
 * @property {string} unsaid @property {(step: {step: number, how: number}) => string} mending
 * @property {(text: string) => string} answers @property {string} answersGone
 * @property {(before: string) => string} changed @property {(sign: number) => string} sign
 * @property {(file: import("./files.js").Shown) => string} file @property {string} noFile
 * @property {(text: string) => string} beginning
 * @property {(k: number) => string} check @property {(side: "client" | "specialist", at: number) => string} statement @property {(answer: number) => string} answer
 * @property {(card: {t: string} & Record<string, any>) => string} story what of a story stands in a talk; nothing for any other card
 * @property {import("./readable-own.js").Texts} own
 * @property {string} checks @property {string} unvalidated
 * @property {string} pages @property {string} noTitle @property {string} kept @property {string} proof @property {string} brought
 * @typedef {object} Line as the core answers it
 * @property {number} n @property {string | null} id @property {"me" | "them"} from @property {string | null} t @property {string} text
 * @property {number | null} ts @property {boolean} late @property {string | null} trouble @property {string | null} re
 * @property {readonly {text: string}[]} earlier @property {{me: number, them: number}} signs
 * @property {import("./files.js").Shown | null} file @property {{t: string} & Record<string, any>} [card] @property {{step: number, how: number}} [mend]
 */

const LOOK =
	"body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}" +
	"dt{color:#555;margin-top:1rem}dd{margin:0;white-space:pre-wrap}";
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const DAY = 86_400_000;
/** @type {readonly ("me" | "them")[]} */
const BOTH = ["me", "them"];

export class Readable {
	#name;
	#texts;
	#mine;
	/** @type {Map<number, Line>} as they stand now */
	#lines = new Map();
	/** Where files lie, by the number of their line. @type {ReadonlyMap<number, string>} */
	#files = new Map();

	/** @param {string} name of the other @param {Texts} texts @param {"client" | "specialist"} mine which side is mine */
	constructor(name, texts, mine = "client") {
		this.#mine = mine;
		this.#name = name;
		this.#texts = texts;
	}

	/** New lines, and those that are other by now. @param {readonly Line[]} lines */
	put(lines) {
		for (const line of lines) this.#lines.set(line.n, line);
	}

	/** Lines that something came with. @returns {import("./along-files.js").WithFile[]} */
	get withFiles() {
		return this.#sorted.flatMap(({ n, id, file }) => (file === null || id === null ? [] : [{ n, id, file }]));
	}

	/** @param {ReadonlyMap<number, string>} files */
	lay(files) {
		this.#files = files;
	}

	get text() {
		const said = this.#sorted.map((line) => `${this.#head(line)}\n${this.#said(line)}\n\n`);
		return new Blob([`${this.#title}\n\n`, ...said], { type: "text/plain" });
	}

	get page() {
		const title = safe(this.#title);
		const head = `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`;
		const begin = `${head}<title>${title}</title><style>${LOOK}</style></head><body><h1>${title}</h1><dl>\n`;
		const rows = this.#sorted.map((line) => {
			return `<dt>${safe(this.#head(line))}</dt><dd>${safe(this.#said(line))}${this.#link(line)}</dd>\n`;
		});
		return new Blob([begin, ...rows, "</dl></body></html>\n"], { type: "text/html" });
	}

	get #title() {
		return this.#texts.with(this.#name);
	}

	get #sorted() {
		return [...this.#lines.values()].sort((one, other) => one.n - other.n);
	}

	/** @param {Line} line */
	#head({ from, ts, late, trouble }) {
		const who = this.#who(from);
		if (ts === null || trouble === "taken-back") return who;
		return `${who}, ${dateHere(ts)} ${timeHere(ts)}${late ? `, ${this.#texts.late}` : ""}`;
	}

	/** @param {"me" | "them"} from */
	#who(from) {
		return from === "me" ? this.#texts.me : this.#name;
	}

	/** What it answers, its words, what came with it, what it said before, and what others put on it. @param {Line} line */
	#said(line) {
		const { changed, sign } = this.#texts;
		const signed = BOTH.filter((who) => line.signs[who] > 0);
		const parts = [
			this.#answer(line),
			this.#check(line),
			this.#story(line),
			this.#words(line),
			this.#file(line),
			...line.earlier.map(({ text }) => `(${changed(text)})`),
			...signed.map((who) => `(${this.#who(who)}: ${sign(line.signs[who])})`),
		];
		return parts.filter((part) => part !== "").join("\n");
	}

	/** @param {Line} line */
	#answer({ re }) {
		if (re === null) return "";
		const { answers, answersGone, beginning, file } = this.#texts;
		const answered = this.#sorted.find(({ id }) => id === re);
		if (answered === undefined || answered.trouble !== null) return `(${answersGone})`;
		const words = answered.text === "" && answered.file !== null ? file(answered.file) : answered.text;
		return `(${answers(beginning(words))})`;
	}

	/** What was shown of a check-in, each answer by itself. @param {Line} line */
	#check({ card, from, trouble }) {
		if (card?.t !== "check" || trouble !== null) return "";
		const { statement, answer, check: short } = this.#texts;
		const side = (from === "me") === (this.#mine === "client") ? "client" : "specialist";
		const rows = card.a.map(
			(/** @type {import("../crypto/cards/check.js").ShownAnswer} */ { q, v }) =>
				`${statement(side, q - 1)} ${answer(v)}`,
		);
		return [`(${short(card.k)})`, ...rows, card.b].filter((part) => part !== "").join("\n");
	}

	/** @param {Line} line */
	#story({ card, trouble }) {
		return card === undefined || trouble !== null ? "" : this.#texts.story(card);
	}

	/** @param {Line} line */
	#file({ n, file }) {
		if (file === null) return "";
		return `(${this.#texts.file(file)}: ${this.#files.get(n) ?? this.#texts.noFile})`;
	}

	/** @param {Line} line */
	#link({ n }) {
		const path = this.#files.get(n);
		if (path === undefined) return "";
		const address = path.split("/").map(encodeURIComponent).join("/");
		return `\n<a href="${safe(address)}">${safe(path)}</a>`;
	}

	/** @param {Line} line */
	#words({ t, text, trouble, mend }) {
		const { forgotten, unopened, newer, taken, left, continues, mending } = this.#texts;
		/** @type {Record<string, string>} */
		const odd = { forgotten, newer, "taken-back": taken };
		if (trouble !== null) return `(${odd[trouble] ?? unopened})`;
		if (t === "leave") return `(${left})`;
		if (mend !== undefined) return [`(${mending(mend)})`, text].filter((part) => part !== "").join("\n");
		return t === "continues" ? `(${continues})` : text;
	}
}

/** Pages, lines that were kept, and check-ins. @param {Pick<import("./notebook.js").Seen, "pages" | "kept" | "checks" | "unsaid">} notebook @param {Texts} texts */
export function readableNotebook({ pages, kept, checks, unsaid }, texts) {
	const written = pages.map(
		({ title, text, day }) => `${title || texts.noTitle}\n${dateHere(day * DAY)}\n${text}\n`,
	);
	const lines = kept.map(({ name, text, ts, isBrought }) => {
		const when = ts === null ? "" : `, ${dateHere(ts)} ${timeHere(ts)}`;
		const proof = isBrought ? `${texts.proof}; ${texts.brought}` : texts.proof;
		return `${name || texts.me}${when}\n${text}\n(${proof})\n`;
	});
	const alone = unsaid.map(({ name, line, text, day }) => {
		const head = [name, dateHere(day * DAY)].filter((part) => part !== "").join(", ");
		return `${head}\n${line === "" ? "" : `(${line})\n`}${text}\n`;
	});
	const more = alone.length === 0 ? [] : [`${texts.unsaid}\n`, ...alone];
	const all = [
		`${texts.pages}\n`,
		...written,
		`${texts.kept}\n`,
		...lines,
		...readableChecks(checks, texts),
		...more,
	];
	return new Blob([all.join("\n")], { type: "text/plain" });
}

/** @param {readonly import("./notebook.js").Sheet[]} checks @param {Texts} texts */
function readableChecks(checks, texts) {
	if (checks.length === 0) return [];
	const times = checks.flatMap(({ rows, side, pack }) =>
		rows.map(({ a, b, day }) => {
			const said = a.map(
				(one, at) => `${statementOf({ side, pack }, at, texts)} ${answerOf(one, pack, texts)}`,
			);
			return [dateHere(day * DAY), ...said, ...(b === "" ? [] : [b]), ""].join("\n");
		}),
	);
	return [`${texts.checks}\n`, `${texts.unvalidated}\n`, ...times];
}

/** @param {{side: number, pack: string}} of @param {number} at @param {Texts} texts */
const statementOf = ({ side, pack }, at, texts) =>
	pack === "" ? texts.statement(side === 1 ? "client" : "specialist", at) : `${pack} ${at + 1}:`;

/** A pack brings its own words, which are not here. @param {number} answer @param {string} pack @param {Texts} texts */
const answerOf = (answer, pack, texts) =>
	pack === "" || answer >= NOT_SURE ? texts.answer(answer) : String(answer + 1);

/** What is only mine, as text. @param {{people: {called: string, note: string, name: string}[], drafts: {text: string}[]}} notes @param {Texts} texts */
export function readableNotes({ people, drafts }, texts) {
	const rows = people.map(
		({ name, called, note }) => `${name}${called === "" ? "" : ` (${called})`}\n${note}\n`,
	);
	const begun = drafts.flatMap(({ text }) => wordsOf(text).map((said) => `${texts.draft}\n${said}\n`));
	return new Blob([[...rows, ...begun].join("\n")], { type: "text/plain" });
}

/** What somebody wrote, of a draft: a form that was begun is kept with names of its own, and those say nothing to a reader. @param {string} text @returns {string[]} */
function wordsOf(text) {
	if (!text.startsWith("{")) return [text];
	try {
		return /** @type {unknown[]} */ (Object.values(JSON.parse(text)).flat()).flatMap((value) =>
			typeof value === "string" && /\p{L}/u.test(value) && !isOfTheForm(value) ? [value] : [],
		);
	} catch {
		return [text];
	}
}

const IS_NAME = /^[\w-]{22}$/;
const IS_TICK = /^(?:yes|on|null)$/;

/** A name, a tick, or what the form compares with: a form has those for itself. @param {string} value */
function isOfTheForm(value) {
	if (IS_NAME.test(value) || IS_TICK.test(value)) return true;
	if (!value.startsWith("{")) return false;
	try {
		return typeof JSON.parse(value) === "object";
	} catch {
		return false;
	}
}

/** @param {string} text */
function safe(text) {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
